import { z } from 'zod'
import {
  type DocumentSeal,
  paperDate,
  paperParty,
  paperYen,
  editionMark,
  printedAddressee,
  printedFoot,
  printedIssuer,
} from '../../platform/pdf/paper.ts'
import { type PdfOptions, renderPdf } from '../../platform/pdf/pdf.ts'
import { type CalendarDate, yearOf } from '../../units/calendar-date.ts'
import { formatDate, formatWareki } from '../../units/wareki.ts'
import { addYen, formatYen, negateYen, subtractYen, type Yen, zeroYen } from '../../units/yen.ts'
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
  /** Of a corrected statement: the second or a later edition, why, what was paid of it before and what is due now. */
  edition: z
    .object({ version: z.int().min(2), reason: z.string(), paidYen: paperYen, dueYen: paperYen })
    .nullable()
    .default(null),
  /** The base of other statements of the same payment, together with which the tax was reckoned (所得税基本通達205-1). */
  togetherBaseYen: paperYen.default(zeroYen),
  remarks: z.string().nullable(),
})
export type Statement = z.output<typeof statement>

const templateV1 = new URL('./statement-v1.typ', import.meta.url)
const templateV2 = new URL('./statement-v2.typ', import.meta.url)
const registrationPattern = /T[0-9]{13}/

/** To be asked before a statement is stored: throws a RangeError when sums disagree or a registration number is wrong. */
export function refuseWrongStatement(statement: Statement): void {
  const { sums, withholding, netYen } = statement
  refuseWrongSums(statement.lines, sums)
  refuseDifference('total less withholding', subtractYen(sums.totalYen, withholding?.taxYen ?? zeroYen), netYen)
  if (statement.edition) refuseDifference('paid and due', addYen(statement.edition.paidYen, statement.edition.dueYen), netYen)
  refuseWrongRegistration(statement)
}

type Options = Pick<PdfOptions, 'unprintable'>

/** The PDF/A file of a statement of version 1. Throws as `refuseWrongStatement` does; rejects with a `PdfError`. */
export function renderStatement(statement: Statement, seal: DocumentSeal, options: Options = {}): Promise<Uint8Array> {
  refuseWrongStatement(statement)
  return renderPdf(templateV1, printed(statement, seal), { createdAt: seal.issuedAt, ...options })
}

/** The same of version 2, whose headline is what is due now. */
export function renderStatementV2(statement: Statement, seal: DocumentSeal, options: Options = {}): Promise<Uint8Array> {
  refuseWrongStatement(statement)
  const { edition, netYen, togetherBaseYen } = statement
  const data = printed(statement, seal)
  const together =
    togetherBaseYen === 0
      ? ''
      : `同じ日にお支払いする他の書面の対象額 ${formatYen(togetherBaseYen, 'ja')}と合わせた1回の支払として計算し、この書面の分を載せています。`
  const revised = {
    ...data,
    due: formatYen(edition?.dueYen ?? netYen, 'ja'),
    withholdingNote: `${data.withholdingNote}${together}`,
    edition: edition && { mark: editionMark(edition.version), reason: edition.reason },
    totals: [...data.totals, ...dueRows(edition)],
  }
  if (edition) revised.title = `${data.title}（${editionMark(edition.version)}）`
  return renderPdf(templateV2, revised, { createdAt: seal.issuedAt, ...options })
}

/** What was paid before and what is due now stand below the net amount that is right. */
const dueRows = (edition: Statement['edition']): [string, string][] =>
  edition === null
    ? []
    : [
        ['既にお支払いした額', `△${formatYen(edition.paidYen, 'ja')}`],
        ['今回お支払額', formatYen(edition.dueYen, 'ja')],
      ]

function printed(statement: Statement, seal: DocumentSeal) {
  const { withholding, netYen, registration } = statement
  const date = (on: CalendarDate): string => formatDate(on, 'ja')
  return {
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
  if (withholding !== null) rows.push([`源泉徴収税額\n（${withholdingLabel(payOn, 'ja')}）`, withheldText(withholding.taxYen)])
  rows.push(['差引支払額', formatYen(netYen, 'ja')])
  return rows
}

/** Below zero it gives back what other statements of the same payment have withheld too much. */
const withheldText = (taxYen: Yen): string => (taxYen < 0 ? formatYen(negateYen(taxYen), 'ja') : `△${formatYen(taxYen, 'ja')}`)

function refuseWrongRegistration(statement: Statement): void {
  const { registration } = statement
  if (registration.kind === 'purchase-statement') {
    if (/^T[1-9][0-9]{12}$/.test(registration.registrationNumber)) return
    throw new RangeError(`not a registration number: ${registration.registrationNumber}`)
  }
  const written = JSON.stringify([statement.issuer, statement.worker, statement.lines, statement.remarks]).normalize('NFKC')
  if (registrationPattern.test(written)) throw new RangeError('a payment notice must not hold a registration number')
}
