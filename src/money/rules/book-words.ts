import { type CalendarDate, endOfMonth } from '../../units/calendar-date.ts'
import { formatWareki, formatWarekiMonth } from '../../units/wareki.ts'

/** The descriptions of journal entries, which accounting software and auditors read. */
export const bookWords = {
  payable: (title: string, units: number, unitName: string): string => `${title} ${units}${unitName}`,
  statementTax: (month: CalendarDate, run: number): string =>
    `${formatWarekiMonth(endOfMonth(month))}締め 消費税${run > 1 ? `（追加 ${run}回目）` : ''}`,
  correction: (description: string, reason: string): string => `訂正：${description}（${reason}）`,
  statedTax: '支払の消費税',
  transfer: '報酬の振込',
  returned: (note: string): string => `組戻し${note === '' ? '' : `：${note}`}`,
  sale: (number: string, title: string): string => `${number} ${title}`,
  receipt: (number: string): string => `入金 ${number}`,
  withholdingPayment: (month: CalendarDate): string => `源泉所得税の納付 ${formatWarekiMonth(month)}支払分`,
  /** Something that stands in the books of another day than its own. */
  ofDay: (description: string, day: CalendarDate): string => `${formatWareki(day)}分 ${description}`,
  late: (description: string, day: CalendarDate, reason: string): string => `${formatWareki(day)}分 ${description}（${reason}）`,
  transferFee: (valueOn: CalendarDate): string => `振込手数料 ${formatWareki(valueOn)}`,
  reversal: (description: string, reason: string): string => `取消：${description}（${reason}）`,
} as const

/** What papers print beside their data. */
export const paperWords = {
  statementRemarks: '振込手数料は発注者が負担します。',
  recordEdition: '前の版の後に、組戻しなどで支払の記録が変わったため、作り直しました。',
  closeOf: (month: CalendarDate): string => `${formatWarekiMonth(month)}に受領した分`,
  silentNote: '検査の期限までに検査が行われなかったため、検収したものとみなしました。',
  share: (title: string): string => `${title}（分納）`,
} as const
