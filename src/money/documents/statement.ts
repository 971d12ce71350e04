import { z } from 'zod'
import {
  type DocumentSeal,
  paperDate,
  paperParty,
  paperYen,
  printedAddressee,
  printedFoot,
  printedIssuer,
} from '../../platform/pdf/paper.ts'
import { type PdfOptions, renderPdf } from '../../platform/pdf/pdf.ts'
import { type CalendarDate, yearOf } from '../../units/calendar-date.ts'
import { formatDate, formatWareki } from '../../units/wareki.ts'
import { formatYen, subtractYen, type Yen, zeroYen } from '../../units/yen.ts'
import { billingLine, billingSums, maskedAccount, printedAccount, printedLine, refuseDifference, refuseWrongSums } from './billing.ts'
import { withholdingLabel } from '../rules/withholding.ts'

const statementRegistration = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('purchase-statement'), registrationNumber: z.string() }),
  z.object({ kind: z.literal('payment-notice') }),
])

const statementLine = billingLine.extend({ withholding: z.enum(['subject', 'not-subject']) })

/**
 * What one worker is paid for one close. For a registered worker it is the 仕入明細書 of 消費税法30条9項3号 with the
 * worker's registration number; for anyone else a 支払通知書 that has no registration number and does not look like an
 * invoice (消費税法57条の5).
 */
export const statement = z.object({
  registration: statementRegistration,
  issuer: paperParty,
  worker: paperParty,
  /** The days on which the work was received, first and last. */
  period: z.object({ from: paperDate, to: paperDate }),
  lines: z.array(statementLine),
  sums: billingSums,
  /** Null: nothing is withheld. The base is without tax, because the document shows the tax apart. */
  withholding: z.object({ baseYen: paperYen, taxYen: paperYen }).nullable(),
  netYen: paperYen,
  payOn: paperDate,
  account: maskedAccount,
  /** Days within which an objection is expected; silence then counts as confirmation. */
  confirmation: z.object({ days: z.number(), until: paperDate }),
  corrects: z.object({ number: z.string(), issuedOn: paperDate }).nullable(),
  remarks: z.string().nullable(),
})
export type Statement = z.output<typeof statement>

const template = new URL('./statement-v1.typ', import.meta.url)
const registrationPattern = /T[0-9]{13}/

/** To be asked before a statement is stored: throws a RangeError when sums disagree or a registration number is wrong. */
export function refuseWrongStatement(statement: Statement): void {
  const { sums, withholding, netYen } = statement
  refuseWrongSums(statement.lines, sums)
  refuseDifference('total less withholding', subtractYen(sums.totalYen, withholding?.taxYen ?? zeroYen), netYen)
  refuseWrongRegistration(statement)
}

/** The PDF/A file of a statement. Throws as `refuseWrongStatement` does; rejects with a `PdfError`. */
export function renderStatement(
  statement: Statement,
  seal: DocumentSeal,
  options: Pick<PdfOptions, 'unprintable'> = {},
): Promise<Uint8Array> {
  refuseWrongStatement(statement)
  const { withholding, netYen, registration } = statement
  const date = (on: CalendarDate): string => formatDate(on, 'ja')
  const data = {
    author: statement.issuer.name,
    foot: printedFoot(seal, 'ja'),
    title: registration.kind === 'purchase-statement' ? '仕入明細書' : '支払通知書',
    registered: registration.kind === 'purchase-statement',
    registrationNumber: registration.kind === 'purchase-statement' ? registration.registrationNumber : '',
    to: printedAddressee(statement.worker),
    from: printedIssuer(statement.issuer, 'ja'),
    period: `${formatWareki(statement.period.from)}〜${formatWareki(statement.period.to)}`,
    payOn: date(statement.payOn),
    account: printedAccount(statement.account),
    net: formatYen(netYen, 'ja'),
    lines: statement.lines.map((line) => ({ ...printedLine(line), withheld: line.withholding === 'subject' })),
    hasReducedRate: statement.lines.some((line) => line.reducedRate),
    totals: printedTotals(statement),
    withholdingNote: withholding === null ? '' : withholdingNote(withholding.baseYen, statement.payOn),
    confirmationDays: String(statement.confirmation.days),
    confirmationUntil: date(statement.confirmation.until),
    corrects:
      statement.corrects === null ? '' : `${date(statement.corrects.issuedOn)}付け ${statement.corrects.number} を訂正したものです。`,
    remarks: statement.remarks ?? '',
  }
  return renderPdf(template, data, { createdAt: seal.issuedAt, ...options })
}

function withholdingNote(baseYen: Yen, payOn: CalendarDate): string {
  return `源泉徴収の対象額 ${formatYen(baseYen, 'ja')}（源の印のある行の合計、税抜）。徴収する税は${withholdingLabel(payOn, 'ja')}です（${yearOf(payOn)}年の支払）。`
}

function printedTotals({ sums, withholding, netYen, payOn, registration }: Statement): [string, string][] {
  // An unregistered worker's tax is an equivalent within the price, not a tax amount that an invoice would state.
  const tax = registration.kind === 'purchase-statement' ? '消費税等' : '消費税相当額'
  const rows: [string, string][] = [['小計（税抜）', formatYen(sums.subtotalYen, 'ja')]]
  for (const { ratePercent, baseYen, taxYen } of sums.taxes) {
    rows.push([`${tax} ${ratePercent}%（対象 ${formatYen(baseYen, 'ja')}）`, formatYen(taxYen, 'ja')])
  }
  rows.push(['合計（税込）', formatYen(sums.totalYen, 'ja')])
  if (withholding !== null) rows.push([`源泉徴収税額\n（${withholdingLabel(payOn, 'ja')}）`, `△${formatYen(withholding.taxYen, 'ja')}`])
  rows.push(['差引支払額', formatYen(netYen, 'ja')])
  return rows
}

function refuseWrongRegistration(statement: Statement): void {
  const { registration } = statement
  if (registration.kind === 'purchase-statement') {
    if (/^T[1-9][0-9]{12}$/.test(registration.registrationNumber)) return
    throw new RangeError(`not a registration number: ${registration.registrationNumber}`)
  }
  const written = JSON.stringify([statement.issuer, statement.worker, statement.lines, statement.remarks]).normalize('NFKC')
  if (registrationPattern.test(written)) throw new RangeError('a payment notice must not hold a registration number')
}
