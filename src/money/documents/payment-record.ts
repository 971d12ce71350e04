import { z } from 'zod'
import {
  type DocumentSeal,
  editionMark,
  paperDate,
  paperParty,
  paperYen,
  printedAddressee,
  printedFoot,
  printedIssuer,
} from '../../platform/pdf/paper.ts'
import { type PdfOptions, renderPdf } from '../../platform/pdf/pdf.ts'
import { calendarDateOf, yearOf } from '../../units/calendar-date.ts'
import { eraYearText, formatWarekiShort } from '../../units/wareki.ts'
import { formatYen, sumYen } from '../../units/yen.ts'
import { withholdingLabel } from '../rules/withholding.ts'

const paymentRecordLine = z.object({
  paidOn: paperDate,
  statementNumber: z.string(),
  description: z.string(),
  /** Without tax. */
  feeYen: paperYen,
  taxYen: paperYen,
  /** The part of the fee from which tax was withheld. */
  withholdingBaseYen: paperYen,
  withholdingYen: paperYen,
  netYen: paperYen,
})
export type PaymentRecordLine = z.output<typeof paymentRecordLine>

/**
 * 支払実績明細: what one worker was paid in one calendar year, for their own tax return. It is not the 支払調書 that goes
 * to the tax office and never holds a My Number (番号法).
 */
export const paymentRecord = z.object({
  issuer: paperParty,
  worker: paperParty,
  /** The calendar year of the payments. */
  year: z.number(),
  payments: z.array(paymentRecordLine),
  /** Of a record that replaces an earlier one: the second or a later edition, and why. */
  edition: z
    .object({ version: z.int().min(2), reason: z.string() })
    .nullable()
    .default(null),
})
export type PaymentRecord = z.output<typeof paymentRecord>

const templateV1 = new URL('./payment-record-v1.typ', import.meta.url)
const templateV2 = new URL('./payment-record-v2.typ', import.meta.url)

type Options = Pick<PdfOptions, 'unprintable'>

/** The PDF/A file of a yearly payment record of version 1. Throws a RangeError when a payment is of another year or does not add up. */
export function renderPaymentRecord(record: PaymentRecord, seal: DocumentSeal, options: Options = {}): Promise<Uint8Array> {
  return renderPdf(templateV1, printed(record, seal), { createdAt: seal.issuedAt, ...options })
}

/** The same of version 2, which names its edition. */
export function renderPaymentRecordV2(record: PaymentRecord, seal: DocumentSeal, options: Options = {}): Promise<Uint8Array> {
  const edition = record.edition && { mark: editionMark(record.edition.version), reason: record.edition.reason }
  const data = { ...printed(record, seal), title: `支払実績明細${edition === null ? '' : `（${edition.mark}）`}`, edition }
  return renderPdf(templateV2, data, { createdAt: seal.issuedAt, ...options })
}

function printed(record: PaymentRecord, seal: DocumentSeal) {
  record.payments.forEach((payment) => refuseWrongPayment(payment, record.year))
  return {
    author: record.issuer.name,
    foot: printedFoot(seal, 'ja'),
    to: printedAddressee(record.worker),
    from: printedIssuer(record.issuer, 'ja'),
    year: `${eraYearText(calendarDateOf(record.year, 12, 31))}年（${record.year}年）`,
    withholdingLabel: withholdingLabel(calendarDateOf(record.year, 12, 31), 'ja'),
    payments: record.payments.map(printedPayment),
    totals: printedSums(record.payments),
    count: String(record.payments.length),
  }
}

function refuseWrongPayment(payment: PaymentRecordLine, year: number): void {
  if (yearOf(payment.paidOn) !== year) throw new RangeError(`${payment.statementNumber} was paid in another year: ${payment.paidOn}`)
  const net = payment.feeYen + payment.taxYen - payment.withholdingYen
  if (net !== payment.netYen) throw new RangeError(`${payment.statementNumber} adds up to ${net} yen, not ${payment.netYen}`)
}

function printedPayment(payment: PaymentRecordLine) {
  return {
    paidOn: formatWarekiShort(payment.paidOn),
    statementNumber: payment.statementNumber,
    description: payment.description,
    ...printedAmounts(payment),
  }
}

function printedAmounts(amounts: Omit<PaymentRecordLine, 'paidOn' | 'statementNumber' | 'description'>) {
  return {
    fee: formatYen(amounts.feeYen, 'ja'),
    tax: formatYen(amounts.taxYen, 'ja'),
    base: formatYen(amounts.withholdingBaseYen, 'ja'),
    withholding: formatYen(amounts.withholdingYen, 'ja'),
    net: formatYen(amounts.netYen, 'ja'),
  }
}

function printedSums(payments: readonly PaymentRecordLine[]) {
  return printedAmounts({
    feeYen: sumYen(payments.map((payment) => payment.feeYen)),
    taxYen: sumYen(payments.map((payment) => payment.taxYen)),
    withholdingBaseYen: sumYen(payments.map((payment) => payment.withholdingBaseYen)),
    withholdingYen: sumYen(payments.map((payment) => payment.withholdingYen)),
    netYen: sumYen(payments.map((payment) => payment.netYen)),
  })
}
