import { type ActionContext, contextOf, Refused } from '../platform/action.ts'
import { systemActor } from '../platform/access.ts'
import { faultPoint } from '../platform/fault-point.ts'
import type { Job, Timer } from '../platform/jobs.ts'
import { isNews, notify, notifyEach } from '../platform/notifications/notifications.ts'
import type { Reaction } from '../platform/outbox.ts'
import { listTenants } from '../platform/tenants.ts'
import { payOnFor } from '../delivery/rules/receipt.ts'
import { calendarDate } from '../units/calendar-date.ts'
import { yen, zeroYen } from '../units/yen.ts'
import { issueInvoice } from './actions/issue-invoice.ts'
import { issueStatements } from './actions/issue-statements.ts'
import { bookWords } from './rules/book-words.ts'
import { taxOnExclusive } from './rules/consumption-tax.ts'
import { invoiceShareYen } from './rules/invoice-share.ts'
import { notices } from './rules/notices.ts'
import { clientInvoiceEntry, payableEntry } from './rules/posting.ts'
import { confirmSilent } from './store/answers.ts'
import { type EntryToPost, post } from './store/journal.ts'
import { batchNews, holdersOf, invoiceNews, paidAfter, statementNews, transferNews } from './store/notices.ts'
import { type AcceptedWork, insertPayables, unposted } from './store/payables.ts'
import { acceptedDelivery, insertSale, saleOf } from './store/sales.ts'
import { issueStatementsJob } from './store/statement-documents.ts'

const textOf = (payload: Record<string, unknown>, key: string): string => {
  const value = payload[key]
  if (typeof value !== 'string') throw new Error(`the event has no ${key}`)
  return value
}

/** Records what the operator owes for accepted hand-ins, with the postings, dated by receipt. Those recorded before are left out. */
export async function recordPayables(context: ActionContext, work: readonly AcceptedWork[]): Promise<void> {
  const rows = work.map((each) => ({
    ...each,
    description: bookWords.payable(each.title, each.units, each.unit_name),
    pay_on: payOnFor(each.received_on, each.pay_day),
  }))
  await insertPayables(
    context.db,
    context.programmeId,
    rows.map((row) => ({
      submission_id: row.submission_id,
      worker_id: row.worker_id,
      package_id: row.package_id,
      order_id: row.order_id,
      municipality_id: row.municipality_id,
      description: row.description,
      amount_yen: row.amount_yen,
      tax_rate_percent: row.tax_rate_percent,
      withholding: row.withholding,
      received_on: row.received_on,
      accepted_on: row.accepted_on,
      pay_on: row.pay_on,
    })),
  )
  faultPoint('money.payable.recorded')
  const entries = rows.map((row): EntryToPost => ({
    entry: payableEntry({ subtotalYen: yen(row.amount_yen), creditableTaxYen: zeroYen, notCreditableTaxYen: zeroYen }),
    entryOn: row.received_on,
    sourceId: row.submission_id,
    description: row.description,
    parties: { workerId: row.worker_id, orderId: row.order_id, municipalityId: row.municipality_id },
  }))
  await post(context.db, entries)
}

/** Records the sale of an accepted delivery and issues its invoice, when the operator's data for it are complete. */
export async function recordSale(context: ActionContext, deliveryId: string): Promise<void> {
  const { db, programmeId } = context
  const delivery = await acceptedDelivery(db, deliveryId)
  if (!delivery || (await saleOf(db, deliveryId)) !== null) return
  const subtotalYen = invoiceShareYen({
    amountYen: yen(delivery.amount_yen),
    totalWeight: delivery.total_weight,
    acceptedWeight: delivery.accepted_weight,
    invoicedYen: yen(delivery.invoiced_yen),
  })
  const taxYen = taxOnExclusive(subtotalYen, delivery.tax_rate_percent, 'floor')
  await insertSale(db, {
    programme_id: programmeId,
    delivery_id: deliveryId,
    order_id: delivery.order_id,
    client_id: delivery.client_id,
    accepted_on: delivery.accepted_on,
    subtotal_yen: subtotalYen,
    tax_rate_percent: delivery.tax_rate_percent,
    tax_yen: taxYen,
  })
  if (subtotalYen === 0) return
  await post(db, [
    {
      entry: clientInvoiceEntry({ subtotalYen, taxYen }),
      entryOn: calendarDate(delivery.accepted_on),
      sourceId: deliveryId,
      description: bookWords.sale(delivery.order_number, delivery.title),
      parties: { clientId: delivery.client_id, orderId: delivery.order_id, municipalityId: delivery.municipality_id },
    },
  ])
  faultPoint('money.sale.posted')
  await issueInvoice.perform(context, { deliveryId })
}

/** The second of two persons is asked; who made the batch may not approve it. */
async function tellApprovers(context: ActionContext, batchId: string): Promise<void> {
  const batch = await batchNews(context.db, batchId)
  if (!batch?.is_waiting) return
  const people = (await holdersOf(context.db, ['office'])).filter((userId) => userId !== batch.made_by)
  const facts = { count: batch.transfer_count, totalYen: batch.total_yen, valueOn: batch.value_on }
  await notify(context, notices['approval-waiting'], people, { link: `/transfers/${batchId}`, facts })
}

const toldAtOnce = 1_000

async function tellPaid(context: ActionContext, batchId: string): Promise<void> {
  for (let after: string | null = null; ;) {
    const paid: Awaited<ReturnType<typeof paidAfter>> = await paidAfter(context.db, batchId, after, toldAtOnce)
    await notifyEach(
      context,
      notices.paid,
      paid
        .filter((row) => isNews(row.result_on, context.today))
        .map((row) => ({
          userId: row.user_id,
          link: `/my-money/${row.statement_id}`,
          facts: { amountYen: row.amount_yen, paidOn: row.result_on },
        })),
    )
    after = paid.at(-1)?.id ?? null
    if (paid.length < toldAtOnce) return
  }
}

async function tellOfReturn(context: ActionContext, transferId: string): Promise<void> {
  const transfer = await transferNews(context.db, transferId)
  if (!transfer) return
  const facts = { worker: transfer.display_name, amountYen: transfer.amount_yen }
  await notify(context, notices['transfer-returned'], await holdersOf(context.db, ['office']), {
    link: `/transfers/${transfer.batch_id}`,
    facts,
  })
  await notify(context, notices['account-to-check'], [transfer.user_id], { link: '/my/payment', facts: { amountYen: transfer.amount_yen } })
}

async function tellOfObjection(context: ActionContext, statementId: string): Promise<void> {
  const statement = await statementNews(context.db, statementId)
  if (statement)
    await notify(context, notices['statement-objected'], await holdersOf(context.db, ['office']), {
      link: '/statements',
      facts: { worker: statement.display_name },
    })
}

async function tellClient(context: ActionContext, invoiceId: string): Promise<void> {
  const invoice = await invoiceNews(context.db, invoiceId)
  if (!invoice || !isNews(invoice.issued_on, context.today)) return
  const people = await holdersOf(context.db, ['client'], { client: [invoice.client_id] })
  await notify(context, notices['invoice-issued'], people, {
    link: '/invoices',
    facts: { number: invoice.number, totalYen: invoice.total_yen, dueOn: invoice.due_on },
  })
}

export const reactions: Reaction[] = [
  {
    event: 'batch.made',
    name: 'money.tell-approvers',
    react: (context, event) => tellApprovers(context, textOf(event.payload, 'batchId')),
  },
  { event: 'batch.paid', name: 'money.tell-paid', react: (context, event) => tellPaid(context, textOf(event.payload, 'batchId')) },
  {
    event: 'transfer.returned',
    name: 'money.tell-of-return',
    react: (context, event) => tellOfReturn(context, textOf(event.payload, 'transferId')),
  },
  {
    event: 'statement.objected',
    name: 'money.tell-of-objection',
    react: (context, event) => tellOfObjection(context, textOf(event.payload, 'statementId')),
  },
  {
    event: 'invoice.issued',
    name: 'money.tell-client',
    react: (context, event) => tellClient(context, textOf(event.payload, 'invoiceId')),
  },
  {
    event: 'deliverable.accepted',
    name: 'money.record-payable',
    react: async (context, event) => recordPayables(context, await unposted(context.db, textOf(event.payload, 'submissionId'))),
  },
  {
    event: 'delivery.accepted-by-client',
    name: 'money.record-sale',
    react: (context, event) => recordSale(context, textOf(event.payload, 'deliveryId')),
  },
]

const papersAtOnce = 500

export const jobs: Job[] = [
  {
    name: issueStatementsJob,
    async run(database, payload) {
      const programmeId = textOf(payload, 'programmeId')
      const closeId = textOf(payload, 'closeId')
      for (let made = papersAtOnce; made === papersAtOnce;) {
        const issued = await database.transaction({ programmeId, userId: null }, (db) =>
          issueStatements.perform(contextOf(db, programmeId, systemActor, new Date()), { closeId, limit: papersAtOnce }),
        )
        made = issued instanceof Refused ? 0 : issued.issuedCount
        faultPoint('money.papers.issued')
      }
    },
  },
]

export const timers: Timer[] = [
  {
    name: 'money.confirm-silent-statements',
    // 00:10 in Japan: the day of the last objection has ended.
    cron: '10 15 * * *',
    async run(database) {
      for (const programmeId of await listTenants(database)) {
        await database.transaction({ programmeId, userId: null }, (db) =>
          confirmSilent(contextOf(db, programmeId, systemActor, new Date())),
        )
      }
    },
  },
]
