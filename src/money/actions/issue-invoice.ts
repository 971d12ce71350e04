import { action, newId, refuse } from '../../platform/action.ts'
import { storeDocument } from '../../platform/documents.ts'
import { operatorParty } from '../store/parties.ts'
import { retainUntil } from '../../orders/rules/retention.ts'
import { addDays, type CalendarDate, calendarDate, yearOf } from '../../units/calendar-date.ts'
import { yen } from '../../units/yen.ts'
import { contract } from '../contract/index.ts'
import { type ClientInvoice, refuseWrongInvoice } from '../documents/client-invoice.ts'
import { paperWords } from '../rules/book-words.ts'
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
    if (sale.subtotal_yen === 0) return refuse('nothing-to-invoice')
    const { account, invoiceNumber } = await operatorAccount(db)
    if (account === null || invoiceNumber === null) return refuse('operator-incomplete')

    const dueOn = addDays(today, delivery.payment_due_days)
    const invoice: ClientInvoice = {
      ...(await partiesOf(db, delivery)),
      registrationNumber: invoiceNumber,
      title: delivery.title,
      invoicedOn: today,
      period: { from: calendarDate(sale.accepted_on), to: calendarDate(sale.accepted_on) },
      lines: [
        {
          suppliedOn: calendarDate(sale.accepted_on),
          description: sale.subtotal_yen === delivery.amount_yen ? delivery.title : paperWords.share(delivery.title),
          orderNumber: delivery.order_number,
          quantity: null,
          amountYen: yen(sale.subtotal_yen),
          taxRatePercent: sale.tax_rate_percent,
          reducedRate: sale.tax_rate_percent === 8,
        },
      ],
      sums: {
        subtotalYen: yen(sale.subtotal_yen),
        taxes: [{ ratePercent: sale.tax_rate_percent, baseYen: yen(sale.subtotal_yen), taxYen: yen(sale.tax_yen) }],
        totalYen: yen(sale.subtotal_yen + sale.tax_yen),
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
      transactionOn: sale.accepted_on,
      amountYen: sale.subtotal_yen + sale.tax_yen,
      counterpartyId: delivery.client_id,
      counterpartyName: delivery.client_name,
      ownerUserId: null,
      data: invoice,
      retainUntil: retainUntil(today),
    })
    const id = newId(now.getTime())
    await insertInvoice(db, {
      programme_id: programmeId,
      id,
      document_id: document.id,
      number: document.number,
      ...rowOf(delivery, sale, today, dueOn),
    })
    await context.publish('invoice.issued', { invoiceId: id })
    return { invoiceId: id, number: document.number }
  },
})

async function partiesOf(
  db: Parameters<typeof operatorParty>[0],
  delivery: AcceptedDelivery,
): Promise<Pick<ClientInvoice, 'issuer' | 'client'>> {
  const issuer = { ...(await operatorParty(db)), honorific: null }
  const client = {
    name: delivery.client_name,
    honorific: '御中' as const,
    postalCode: null,
    address: delivery.postal_address || null,
    phone: null,
    email: null,
    attention: delivery.contact_name || null,
  }
  return { issuer, client }
}

const rowOf = (
  delivery: AcceptedDelivery,
  sale: { subtotal_yen: number; tax_yen: number },
  issuedOn: CalendarDate,
  dueOn: CalendarDate,
) => ({
  client_id: delivery.client_id,
  order_id: delivery.order_id,
  delivery_id: delivery.delivery_id,
  issued_on: issuedOn,
  due_on: dueOn,
  subtotal_yen: sale.subtotal_yen,
  tax_yen: sale.tax_yen,
  total_yen: sale.subtotal_yen + sale.tax_yen,
})
