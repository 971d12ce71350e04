import { addressLine, type PaperLanguage } from '../../../platform/pdf/paper.ts'
import type { CalendarDate } from '../../../units/calendar-date.ts'
import { formatDate } from '../../../units/wareki.ts'
import { formatYen, groupDigits } from '../../../units/yen.ts'
import type { ComposedNotice, NoticeEntry, NoticeOfTerms, NoticeParty, NoticeRow, PendingItem } from './notice-of-terms.ts'
import { noticeWordsV1 } from './v1-words.ts'

type Words = (typeof noticeWordsV1)[PaperLanguage]
type Writing = { readonly words: Words; readonly language: PaperLanguage; readonly pendingRow: number }
type Section = { readonly label: string; readonly entries: readonly NoticeEntry[] }

// The rows up to the information clause are always there, so the open items, when there are any, are row 14.
const pendingRowNumber = 14

/** Version 1 of the notice: the order of the rows is the order of 公取委規則1条1項, then that of the guideline. */
export function composeV1(notice: NoticeOfTerms, language: PaperLanguage): ComposedNotice {
  const words = noticeWordsV1[language]
  const writing = { words, language, pendingRow: pendingRowNumber }
  const sections = [...alwaysPrinted(notice, writing), ...printedWhenPresent(notice, writing)]
  const rows: NoticeRow[] = sections.map((section, at) => ({ number: at + 1, ...section }))
  return {
    title: notice.amends !== null ? words.amendedTitle : notice.supplements === null ? words.title : words.supplementTitle,
    basis: notice.alsoSmallSupplierAct ? words.basisWithSmallSupplierAct : words.basis,
    remarks: remarksOf(notice, writing),
    opening: words.opening,
    rows,
  }
}

function remarksOf(notice: NoticeOfTerms, { words, language }: Writing): string[] {
  const first = notice.supplements
  const supplement = first === null ? null : words.supplementOf(first.number, formatDate(first.issuedOn, language))
  const { amends } = notice
  const amended = amends === null ? null : words.amends(amends.number, formatDate(amends.issuedOn, language), amends.reason)
  return [words.translation, supplement, amended].filter((remark) => remark !== null)
}

function alwaysPrinted(notice: NoticeOfTerms, writing: Writing): Section[] {
  const { words, language } = writing
  const { rows } = words
  return [
    section(rows.parties, party(words.orderer, notice.orderer, words), party(words.worker, notice.worker, words)),
    section(rows.orderedOn, text(null, formatDate(notice.orderedOn, language))),
    { label: rows.work, entries: workEntries(notice, words) },
    section(rows.due, strong(null, dueText(notice, writing))),
    section(rows.deliveryPlace, text(null, notice.deliveryPlace), ...optional(words.method, notice.deliveryMethod)),
    section(rows.inspection, text(null, dateOr(notice.inspectionCompleteOn, words.noInspection, language))),
    { label: rows.fee, entries: feeEntries(notice, writing) },
    { label: rows.payment, entries: paymentEntries(notice, writing) },
    section(rows.expenses, text(null, notice.expenses)),
    section(rows.intellectualProperty, text(null, notice.intellectualProperty)),
    section(rows.changes, text(null, notice.changes)),
    section(rows.repairs, text(null, notice.repairs)),
    section(rows.information, text(words.confidentiality, notice.confidentiality),
      ...optional(words.personalData, notice.personalData)),
  ]
}

function printedWhenPresent(notice: NoticeOfTerms, { words, language }: Writing): Section[] {
  const { rows } = words
  const sections: Section[] = []
  if (notice.pendingItems.length > 0) {
    sections.push({ label: rows.pending, entries: notice.pendingItems.flatMap((item) => pendingEntries(item, words, language)) })
  }
  if (notice.resubcontract !== null) {
    const payOn = formatDate(notice.resubcontract.clientPayOn, language)
    sections.push(section(rows.resubcontract, text(null, words.resubcontractStatement),
      text(words.client, notice.resubcontract.clientName), text(words.clientPayOn, payOn)))
  }
  if (notice.masterAgreement !== null) {
    const { title, on, validTo } = notice.masterAgreement
    const until = validTo === null ? null : formatDate(validTo, language)
    sections.push(section(rows.common, text(null, words.common(title, formatDate(on, language), until))))
  }
  const { person, phone, email } = notice.contact
  const reach = [phone === null ? null : `${words.phone} ${phone}`, email].filter((part) => part !== null)
  sections.push(section(rows.contact, text(null, [person, ...reach].join('　'))))
  return sections
}

function section(label: string, ...entries: NoticeEntry[]): Section {
  return { label, entries }
}

function text(label: string | null, value: string): NoticeEntry {
  return { kind: 'text', label, text: value }
}

function strong(label: string | null, value: string): NoticeEntry {
  return { kind: 'strong', label, text: value }
}

function optional(label: string, value: string | null): NoticeEntry[] {
  return value === null || value === '' ? [] : [text(label, value)]
}

function party(label: string, side: NoticeParty, words: Words): NoticeEntry {
  const name = `${side.name}${side.code === null ? '' : words.code(side.code)}`
  const representative = side.representative === null ? null : words.representative(side.representative)
  const reach = [side.phone === null ? null : `${words.phone} ${side.phone}`, side.email].filter((part) => part !== null).join('　')
  const lines = [name, representative, addressLine(side), reach].filter((line) => line !== null && line !== '')
  return text(label, lines.join('\n'))
}

function workEntries(notice: NoticeOfTerms, words: Words): NoticeEntry[] {
  const { title, description, quantity, specification } = notice.work
  const count = quantity === null ? null : `${groupDigits(String(quantity.count))} ${quantity.unit}`
  return [
    strong(null, title),
    ...optional(words.description, description),
    ...optional(words.quantity, count),
    text(words.specification, specification),
  ]
}

function dueText(notice: NoticeOfTerms, { words, language, pendingRow }: Writing): string {
  if (notice.due === null) return words.pendingValue(pendingRow)
  if (notice.due.kind === 'on') return formatDate(notice.due.on, language)
  return `${formatDate(notice.due.from, language)} – ${formatDate(notice.due.to, language)}`
}

function dateOr(date: CalendarDate | null, otherwise: string, language: PaperLanguage): string {
  return date === null ? otherwise : formatDate(date, language)
}

function feeEntries(notice: NoticeOfTerms, { words, language, pendingRow }: Writing): NoticeEntry[] {
  const { fee } = notice
  if (fee === null) return [strong(null, words.pendingValue(pendingRow))]
  if (fee.kind === 'formula') return [strong(words.formula, fee.formula), text(words.formulaReason, fee.reason)]
  const amounts = [
    { label: words.feeExTax, amount: formatYen(fee.exTaxYen, language) },
    { label: words.tax(fee.taxRatePercent), amount: formatYen(fee.taxYen, language) },
    { label: words.feeInTax, amount: formatYen(fee.inTaxYen, language) },
  ]
  return [{ kind: 'amounts', amounts }, ...optional(words.formula, fee.formula)]
}

function paymentEntries(notice: NoticeOfTerms, { words, language, pendingRow }: Writing): NoticeEntry[] {
  const { payOn, closingRule } = notice.payment
  return [
    strong(words.payOn, dateOr(payOn, words.pendingValue(pendingRow), language)),
    ...optional(words.closingRule, closingRule),
    text(words.payBy, words.bankTransfer),
  ]
}

function pendingEntries(item: PendingItem, words: Words, language: PaperLanguage): NoticeEntry[] {
  return [
    strong(null, item.item),
    text(words.pendingReason, item.reason),
    text(words.expectedOn, formatDate(item.expectedOn, language)),
  ]
}
