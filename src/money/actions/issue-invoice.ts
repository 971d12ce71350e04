import { action, newId, refuse } from '../../platform/action.ts'
import { storeDocument } from '../../platform/documents.ts'
import { events } from '../rules/events.ts'
import { operatorParty } from '../store/parties.ts'
import { retainUntil } from '../../orders/rules/retention.ts'
import { addDays, type CalendarDate, calendarDate, yearOf } from '../../units/calendar-date.ts'
import { yen } from '../../units/yen.ts'
import { contract } from '../contract/index.ts'
import { type ClientInvoice, refuseWrongInvoice } from '../documents/client-invoice.ts'
import { paperWords } from '../rules/book-words.ts'
import { isReducedRateOn } from '../../orders/rules/consumption-tax.ts'
import { operatorAccount } from '../store/operator-account.ts'
import { type AcceptedDelivery, acceptedDelivery, insertInvoice, invoiceOf, saleOf } from '../store/sales.ts'

/** Issues the qualified invoice (適格請求書) of an accepted delivery, numbered without a gap. */
export const issueInvoice = action(contract['issue-invoice'], {
  load: async ({ db }, { deliveryId }) => {
    const delivery = await acceptedDelivery(db, deliveryId)
    const sale = await saleOf(db, deliveryId)
    return delivery && sale && { delivery, sale, subject: deliveryId }
  },
  run: async (context, { deliveryId }, { delivery, sale }) => {
    const { db, programmeId, now, today } = context
    if ((await invoiceOf(db, deliveryId)) !== null) return refuse('already-issued')
    if (sale.subtotalYen === 0) return refuse('nothing-to-invoice')
    const { account, invoiceNumber } = await operatorAccount(db)
    if (account === null || invoiceNumber === null) return refuse('operator-incomplete')

    const dueOn = addDays(today, delivery.paymentDueDays)
    const invoice: ClientInvoice = {
      ...(await partiesOf(db, delivery)),
      registrationNumber: invoiceNumber,
      title: delivery.title,
      invoicedOn: today,
      period: { from: calendarDate(sale.acceptedOn), to: calendarDate(sale.acceptedOn) },
      lines: [
        {
          suppliedOn: calendarDate(sale.acceptedOn),
          description: sale.subtotalYen === delivery.amountYen ? delivery.title : paperWords.share(delivery.title),
          orderNumber: delivery.orderNumber,
          quantity: null,
          amountYen: yen(sale.subtotalYen),
          taxRatePercent: sale.taxRatePercent,
          reducedRate: isReducedRateOn(sale.taxRatePercent, calendarDate(sale.acceptedOn)),
        },
      ],
      sums: {
        subtotalYen: yen(sale.subtotalYen),
        taxes: [{ ratePercent: sale.taxRatePercent, baseYen: yen(sale.subtotalYen), taxYen: yen(sale.taxYen) }],
        totalYen: yen(sale.subtotalYen + sale.taxYen),
      },
      dueOn,
      account: {
        bankName: account.bankName,
        branchName: account.branchName,
        accountType: account.accountType,
        accountNumber: account.accountNumber,
        holder: account.requesterKana,
      },
      corrects: null,
      remarks: null,
    }
    refuseWrongInvoice(invoice)
    const document = await storeDocument(context, {
      kind: 'client-invoice',
      prefix: `B-${yearOf(today)}-`,
      template: 'client-invoice/v1',
      transactionOn: sale.acceptedOn,
      amountYen: sale.subtotalYen + sale.taxYen,
      counterpartyId: delivery.clientId,
      counterpartyName: delivery.clientName,
      ownerUserId: null,
      data: invoice,
      retainUntil: retainUntil(today),
    })
    const id = newId(now.getTime())
    await insertInvoice(db, {
      programmeId,
      id,
      documentId: document.id,
      number: document.number,
      ...rowOf(delivery, sale, today, dueOn),
    })
    await context.publish(events['invoice.issued'], { invoiceId: id })
    return { invoiceId: id, number: document.number }
  },
})

async function partiesOf(
  db: Parameters<typeof operatorParty>[0],
  delivery: AcceptedDelivery,
): Promise<Pick<ClientInvoice, 'issuer' | 'client'>> {
  const issuer = { ...(await operatorParty(db)), honorific: null }
  const client = {
    name: delivery.clientName,
    honorific: '御中' as const,
    postalCode: null,
    address: delivery.postalAddress || null,
    phone: null,
    email: null,
    attention: delivery.contactName || null,
  }
  return { issuer, client }
}

const rowOf = (delivery: AcceptedDelivery, sale: { subtotalYen: number; taxYen: number }, issuedOn: CalendarDate, dueOn: CalendarDate) => ({
  clientId: delivery.clientId,
  orderId: delivery.orderId,
  deliveryId: delivery.deliveryId,
  issuedOn,
  dueOn,
  subtotalYen: sale.subtotalYen,
  taxYen: sale.taxYen,
  totalYen: sale.subtotalYen + sale.taxYen,
})
