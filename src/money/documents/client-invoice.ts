import { z } from 'zod'
import { type DocumentSeal, paperDate, paperParty, printedAddressee, printedFoot, printedIssuer } from '../../platform/pdf/paper.ts'
import { type PdfOptions, renderPdf } from '../../platform/pdf/pdf.ts'
import type { CalendarDate } from '../../units/calendar-date.ts'
import { formatDate, formatWareki } from '../../units/wareki.ts'
import { formatYen } from '../../units/yen.ts'
import { bankAccount, billingLine, type BillingSums, billingSums, printedAccount, printedLine, refuseWrongSums } from './billing.ts'

/** The qualified invoice (適格請求書) to a client, with the six items of 消費税法57条の4第1項. */
export const clientInvoice = z.object({
  issuer: paperParty,
  /** `T` and 13 digits. */
  registrationNumber: z.string(),
  client: paperParty,
  title: z.string(),
  invoicedOn: paperDate,
  /** The days of the transactions, first and last. */
  period: z.object({ from: paperDate, to: paperDate }),
  lines: z.array(billingLine),
  sums: billingSums,
  dueOn: paperDate,
  account: bankAccount,
  /** Set on a corrected invoice (修正適格請求書). */
  corrects: z.object({ number: z.string(), issuedOn: paperDate }).nullable(),
  remarks: z.string().nullable(),
})
export type ClientInvoice = z.output<typeof clientInvoice>

const template = new URL('./client-invoice-v1.typ', import.meta.url)

/** To be asked before an invoice is stored: throws a RangeError when sums disagree or the registration number is malformed. */
export function refuseWrongInvoice(invoice: ClientInvoice): void {
  refuseWrongSums(invoice.lines, invoice.sums)
  if (/^T[1-9][0-9]{12}$/.test(invoice.registrationNumber)) return
  throw new RangeError(`not a registration number: ${invoice.registrationNumber}`)
}

/** The PDF/A file of an invoice. Throws as `refuseWrongInvoice` does; rejects with a `PdfError`. */
export function renderClientInvoice(
  invoice: ClientInvoice,
  seal: DocumentSeal,
  options: Pick<PdfOptions, 'unprintable'> = {},
): Promise<Uint8Array> {
  refuseWrongInvoice(invoice)
  const date = (on: CalendarDate): string => formatDate(on, 'ja')
  const data = {
    author: invoice.issuer.name,
    foot: printedFoot(seal, 'ja'),
    to: printedAddressee(invoice.client),
    from: printedIssuer(invoice.issuer, 'ja', [`登録番号 ${invoice.registrationNumber}`]),
    title: invoice.title,
    invoicedOn: date(invoice.invoicedOn),
    period: `${formatWareki(invoice.period.from)}〜${formatWareki(invoice.period.to)}`,
    dueOn: date(invoice.dueOn),
    account: printedAccount(invoice.account),
    total: formatYen(invoice.sums.totalYen, 'ja'),
    lines: invoice.lines.map(printedLine),
    hasReducedRate: invoice.lines.some((line) => line.reducedRate),
    totals: printedTotals(invoice.sums),
    corrects: invoice.corrects === null ? '' : `${date(invoice.corrects.issuedOn)}付け ${invoice.corrects.number} を修正した請求書です。`,
    remarks: invoice.remarks ?? '',
  }
  return renderPdf(template, data, { createdAt: seal.issuedAt, ...options })
}

function printedTotals(sums: BillingSums): [string, string][] {
  const rows: [string, string][] = [['小計（税抜）', formatYen(sums.subtotalYen, 'ja')]]
  for (const { ratePercent, baseYen, taxYen } of sums.taxes) {
    rows.push([`${ratePercent}%対象（税抜）`, formatYen(baseYen, 'ja')], [`消費税等 ${ratePercent}%`, formatYen(taxYen, 'ja')])
  }
  rows.push(['ご請求金額（税込）', formatYen(sums.totalYen, 'ja')])
  return rows
}
