import type { CalendarDate } from '../../units/calendar-date.ts'
import type { Yen } from '../../units/yen.ts'
import { resubcontractPayLimitOn } from './pay-date.ts'

/**
 * The terms that a worker is given when an order is agreed: the union of フリーランス法3条 (公取委規則1条1項) and the twelve
 * items of the 自営型テレワークガイドライン for contracts. Bills, factoring and funds-transfer services (規則1条1項8号 to 11号) have no
 * field, because the programme pays by bank transfer only.
 */
type NoticeTerms = {
  /** 規則1号, ガイドライン① */
  readonly orderer: { readonly name: string; readonly address: string; readonly contact: string }
  /** 規則1号, ガイドライン①: a name or another mark by which the worker can be identified. */
  readonly worker: { readonly name: string }
  /** 規則2号, ガイドライン②: the day the parties agreed. */
  readonly orderedOn: CalendarDate
  /** 規則3号, ガイドライン③ */
  readonly work: { readonly title: string; readonly quantity: number; readonly unit: string; readonly specification: string }
  /** 規則4号, ガイドライン⑥ */
  readonly due:
    | { readonly kind: 'date'; readonly on: CalendarDate }
    | { readonly kind: 'period'; readonly from: CalendarDate; readonly to: CalendarDate }
  /** 規則5号, ガイドライン⑦: an address or the place in the system to which the work is uploaded. */
  readonly delivery: { readonly place: string; readonly method: string }
  /** 規則6号, ガイドライン⑧: given when the work is inspected. */
  readonly inspection: { readonly kind: 'none' } | { readonly kind: 'inspected'; readonly completeOn: CalendarDate }
  /** 規則7号, ガイドライン④: amounts, or a formula where an amount cannot be given (規則1条2項). */
  readonly fee: NoticedFee
  /** 規則7号, ガイドライン④: a definite day, never "within 60 days". */
  readonly payOn: CalendarDate
  /** ガイドライン④; the transfer fee is always borne by the orderer (フリーランス法5条1項2号). */
  readonly paymentMethod: string
  /** ガイドライン⑤ */
  readonly expenses: string
  /** ガイドライン⑨ */
  readonly changes: string
  /** ガイドライン⑩ */
  readonly defects: string
  /** 規則3号, ガイドライン⑪ */
  readonly intellectualProperty: string
  /** ガイドライン⑫ */
  readonly confidentiality: string
}

type NoticedFee =
  | { readonly kind: 'amount'; readonly feeYen: Yen; readonly taxYen: Yen; readonly totalYen: Yen }
  | { readonly kind: 'formula'; readonly formula: string; readonly reason: string }

/** The items in the order in which the notice prints them. */
export const noticeItems = [
  'orderer',
  'worker',
  'orderedOn',
  'work',
  'due',
  'delivery',
  'inspection',
  'fee',
  'payOn',
  'paymentMethod',
  'expenses',
  'changes',
  'defects',
  'intellectualProperty',
  'confidentiality',
] as const satisfies readonly (keyof NoticeTerms)[]

export type NoticeItem = (typeof noticeItems)[number]

/** An item that cannot be fixed yet for a reason in the nature of the order, and the day on which it will be (規則1条4項). */
type PendingItem = { readonly item: NoticeItem; readonly reason: string; readonly expectedOn: CalendarDate }

/** The further statements that make the 30-day exception for a re-subcontract lawful (規則6条). */
type ResubcontractTerms = { readonly clientName: string; readonly clientPayOn: CalendarDate }

/** A notice as it stands while it is being written. */
export type NoticeDraft = { readonly [Item in NoticeItem]: NoticeTerms[Item] | null } & {
  readonly pendingItems: readonly PendingItem[]
  /** Null unless the 30-day exception is used; it has no effect on the other items. */
  readonly resubcontract: ResubcontractTerms | null
}

/** Never pending: without them nobody knows who ordered what from whom, or when the notice was due. */
const neverPending: ReadonlySet<NoticeItem> = new Set(['orderer', 'worker', 'orderedOn'])

/** The items that are neither filled nor lawfully pending, in printing order. */
export function missingItems(draft: NoticeDraft): readonly NoticeItem[] {
  return noticeItems.filter((item) => !isFilled(draft[item]) && !isLawfullyPending(draft, item))
}

function isLawfullyPending(draft: NoticeDraft, item: NoticeItem): boolean {
  return !neverPending.has(item) && draft.pendingItems.some((pending) => pending.item === item && pending.reason.trim() !== '')
}

/** Filled means that every part carries something: a blank address leaves the orderer missing. */
function isFilled(value: unknown): boolean {
  if (value === null || value === undefined) return false
  if (typeof value === 'string') return value.trim() !== ''
  if (typeof value === 'object') return Object.values(value).every(isFilled)
  return typeof value !== 'number' || Number.isFinite(value)
}

/** What is filled in but cannot stand together. */
type NoticeContradiction =
  | 'due-before-ordered'
  | 'period-reversed'
  | 'inspection-before-due'
  | 'pay-before-due'
  | 'pay-after-resubcontract-limit'
  | 'fee-does-not-add-up'
  | 'nothing-ordered'

/** The contradictions between the filled items; the 60-day limit is judged by `judgePayDate` once the work is received. */
export function contradictions(draft: NoticeDraft): readonly NoticeContradiction[] {
  const { due, fee, inspection, orderedOn, payOn, resubcontract, work } = draft
  const dueEnd = due === null ? null : due.kind === 'date' ? due.on : due.to
  const found: (NoticeContradiction | false)[] = [
    orderedOn !== null && dueEnd !== null && dueEnd < orderedOn && 'due-before-ordered',
    due?.kind === 'period' && due.to < due.from && 'period-reversed',
    dueEnd !== null && inspection?.kind === 'inspected' && inspection.completeOn < dueEnd && 'inspection-before-due',
    dueEnd !== null && payOn !== null && payOn < dueEnd && 'pay-before-due',
    resubcontract !== null &&
      payOn !== null &&
      payOn > resubcontractPayLimitOn(resubcontract.clientPayOn) &&
      'pay-after-resubcontract-limit',
    fee?.kind === 'amount' && fee.feeYen + fee.taxYen !== fee.totalYen && 'fee-does-not-add-up',
    work !== null && work.quantity <= 0 && 'nothing-ordered',
  ]
  return found.filter((contradiction) => contradiction !== false)
}
