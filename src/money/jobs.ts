import { type ActionContext, contextOf, Refused } from '../platform/action.ts'
import { systemActor } from '../platform/access.ts'
import { faultPoint } from '../platform/fault-point.ts'
import { job, timer } from '../platform/jobs.ts'
import { isNews, notify, notifyEach } from '../platform/notifications/notifications.ts'
import type { Proof } from '../platform/proof/proof.ts'
import { reaction } from '../platform/reactions.ts'
import { events as deliveryEvents } from '../delivery/rules/events.ts'
import { payOnFor } from '../delivery/rules/receipt.ts'
import { calendarDate } from '../units/calendar-date.ts'
import { yen, zeroYen } from '../units/yen.ts'
import { issueInvoice } from './actions/issue-invoice.ts'
import { issueStatements } from './actions/issue-statements.ts'
import { bookWords } from './rules/book-words.ts'
import { ourTaxRounding, taxOnExclusive } from '../orders/rules/consumption-tax.ts'
import { events } from './rules/events.ts'
import { invoiceShareYen } from './rules/invoice-share.ts'
import { notices } from './rules/notices.ts'
import { placeOfConsequence } from './rules/period-lock.ts'
import { clientInvoiceEntry, payableEntry } from './rules/posting.ts'
import { tasks } from './rules/tasks.ts'
import { confirmSilent } from './store/answers.ts'
import { type EntryToPost, findImbalances, post } from './store/journal.ts'
import { batchNews, holdersOf, invoiceNews, paidAfter, statementNews, transferNews } from './store/notices.ts'
import { type AcceptedWork, insertPayables, unposted } from './store/payables.ts'
import { openBooks } from './store/period-locks.ts'
import { acceptedDelivery, insertSale, saleOf } from './store/sales.ts'

/**
 * Records what the operator owes for accepted hand-ins, with the postings: dated by receipt, or today where that is locked.
 * Those recorded before are left out.
 */
export async function recordPayables(context: ActionContext, work: readonly AcceptedWork[]): Promise<void> {
  const rows = work.map(({ title, unitName, units, payDay, ...row }) => ({
    ...row,
    description: bookWords.payable(title, units, unitName),
    payOn: payOnFor(row.receivedOn, payDay),
  }))
  const books = await openBooks(context)
  await insertPayables(context.db, context.programmeId, rows)
  faultPoint('money.payable.recorded')
  const entries = rows.map((row): EntryToPost => {
    const place = placeOfConsequence(books, row.receivedOn)
    return {
      entry: payableEntry({ subtotalYen: yen(row.amountYen), creditableTaxYen: zeroYen, notCreditableTaxYen: zeroYen }),
      entryOn: place.entryOn,
      sourceId: row.submissionId,
      description: place.named(row.description),
      parties: { workerId: row.workerId, orderId: row.orderId, municipalityId: row.municipalityId },
    }
  })
  await post(context.db, entries)
}

/** Records the sale of an accepted delivery and issues its invoice, when the operator's data for it are complete. */
export async function recordSale(context: ActionContext, deliveryId: string): Promise<void> {
  const { db, programmeId } = context
  const books = await openBooks(context)
  const delivery = await acceptedDelivery(db, deliveryId)
  if (!delivery || (await saleOf(db, deliveryId)) !== null) return
  const subtotalYen = invoiceShareYen({
    amountYen: yen(delivery.amountYen),
    totalWeight: delivery.totalWeight,
    acceptedWeight: delivery.acceptedWeight,
    invoicedYen: yen(delivery.invoicedYen),
  })
  const taxYen = taxOnExclusive(subtotalYen, delivery.taxRatePercent, ourTaxRounding)
  await insertSale(db, {
    programmeId,
    deliveryId,
    orderId: delivery.orderId,
    clientId: delivery.clientId,
    acceptedOn: delivery.acceptedOn,
    subtotalYen,
    taxRatePercent: delivery.taxRatePercent,
    taxYen,
  })
  if (subtotalYen === 0) return
  const place = placeOfConsequence(books, calendarDate(delivery.acceptedOn))
  await post(db, [
    {
      entry: clientInvoiceEntry({ subtotalYen, taxYen }),
      entryOn: place.entryOn,
      sourceId: deliveryId,
      description: place.named(bookWords.sale(delivery.orderNumber, delivery.title)),
      parties: { clientId: delivery.clientId, orderId: delivery.orderId, municipalityId: delivery.municipalityId },
    },
  ])
  faultPoint('money.sale.posted')
  await issueInvoice.perform(context, { deliveryId })
}

/** The second of two persons is asked; who made the batch may not approve it. */
async function tellApprovers(context: ActionContext, { batchId }: { batchId: string }): Promise<void> {
  const batch = await batchNews(context.db, batchId)
  if (!batch?.isWaiting) return
  const people = (await holdersOf(context.db, ['office'])).filter((userId) => userId !== batch.madeBy)
  const facts = { count: batch.transferCount, totalYen: batch.totalYen, valueOn: batch.valueOn }
  await notify(context, notices['approval-waiting'], people, { link: `/transfers/${batchId}`, facts })
}

const toldAtOnce = 1_000

async function tellPaid(context: ActionContext, { batchId }: { batchId: string }): Promise<void> {
  for (let after: string | null = null; ;) {
    const paid: Awaited<ReturnType<typeof paidAfter>> = await paidAfter(context.db, batchId, after, toldAtOnce)
    await notifyEach(
      context,
      notices.paid,
      paid
        .filter((row) => isNews(row.resultOn, context.today))
        .map((row) => ({
          userId: row.userId,
          link: `/my-money/${row.statementId}`,
          facts: { amountYen: row.amountYen, paidOn: row.resultOn },
        })),
    )
    after = paid.at(-1)?.id ?? null
    if (paid.length < toldAtOnce) return
  }
}

async function tellOfReturn(context: ActionContext, { transferId }: { transferId: string }): Promise<void> {
  const transfer = await transferNews(context.db, transferId)
  if (!transfer) return
  const facts = { worker: transfer.displayName, amountYen: transfer.amountYen }
  await notify(context, notices['transfer-returned'], await holdersOf(context.db, ['office']), {
    link: `/transfers/${transfer.batchId}`,
    facts,
  })
  await notify(context, notices['account-to-check'], [transfer.userId], { link: '/my/payment', facts: { amountYen: transfer.amountYen } })
}

async function tellOfObjection(context: ActionContext, { statementId }: { statementId: string }): Promise<void> {
  const statement = await statementNews(context.db, statementId)
  if (statement)
    await notify(context, notices['statement-objected'], await holdersOf(context.db, ['office']), {
      link: '/statements',
      facts: { worker: statement.displayName },
    })
}

async function tellClient(context: ActionContext, { invoiceId }: { invoiceId: string }): Promise<void> {
  const invoice = await invoiceNews(context.db, invoiceId)
  if (!invoice || !isNews(invoice.issuedOn, context.today)) return
  const people = await holdersOf(context.db, ['client'], { client: [invoice.clientId] })
  await notify(context, notices['invoice-issued'], people, {
    link: '/invoices',
    facts: { number: invoice.number, totalYen: invoice.totalYen, dueOn: invoice.dueOn },
  })
}

export const reactions = [
  reaction(events['batch.made'], 'money.tell-approvers', tellApprovers),
  reaction(events['batch.paid'], 'money.tell-paid', tellPaid),
  reaction(events['transfer.returned'], 'money.tell-of-return', tellOfReturn),
  reaction(events['statement.objected'], 'money.tell-of-objection', tellOfObjection),
  reaction(events['invoice.issued'], 'money.tell-client', tellClient),
  reaction(deliveryEvents['deliverable.accepted'], 'money.record-payable', async (context, { submissionId }) =>
    recordPayables(context, await unposted(context.db, submissionId)),
  ),
  reaction(deliveryEvents['delivery.accepted-by-client'], 'money.record-sale', (context, { deliveryId }) =>
    recordSale(context, deliveryId),
  ),
]

const papersAtOnce = 500

export const jobs = [
  // The papers of a close are made in portions; begun again it goes on where it stopped.
  job(tasks['money.issue-statements'], async (database, { programmeId, closeId }) => {
    for (let made = papersAtOnce; made === papersAtOnce;) {
      const issued = await database.transaction({ programmeId, userId: null }, (db) =>
        issueStatements.perform(contextOf(db, programmeId, systemActor, new Date()), { closeId, limit: papersAtOnce }),
      )
      made = issued instanceof Refused ? 0 : issued.issuedCount
      faultPoint('money.papers.issued')
    }
  }),
]

export const timers = [
  // 00:10 in Japan: the day of the last objection has ended.
  timer('money.confirm-silent-statements', '10 15 * * *', confirmSilent),
]

/** What `kado verify` recomputes of this area. */
export const proofs: Proof[] = [
  { name: 'books', find: async (db) => (await findImbalances(db)).map(({ what, key, ...yen }) => ({ place: `${what} ${key}`, ...yen })) },
]
