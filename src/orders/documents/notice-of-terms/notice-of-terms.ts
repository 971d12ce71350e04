import { z } from 'zod'
import { paperDate, paperParty, paperYen } from '../../../platform/pdf/paper.ts'

const noticeParty = paperParty.extend({
  /** Number or handle that identifies the party beside the name. */
  code: z.string().nullable(),
  representative: z.string().nullable(),
})
export type NoticeParty = z.output<typeof noticeParty>

const noticeDue = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('on'), on: paperDate }),
  z.object({ kind: z.literal('period'), from: paperDate, to: paperDate }),
])

const noticeFee = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('amount'),
    exTaxYen: paperYen,
    taxRatePercent: z.number(),
    taxYen: paperYen,
    inTaxYen: paperYen,
    /** How the amount came about: 12円 × 500件. */
    formula: z.string().nullable(),
  }),
  /** Only when a definite amount is impossible for an unavoidable reason (規則1条2項). */
  z.object({ kind: z.literal('formula'), formula: z.string(), reason: z.string() }),
])

const pendingItem = z.object({ item: z.string(), reason: z.string(), expectedOn: paperDate })
export type PendingItem = z.output<typeof pendingItem>

/**
 * The notice of terms (取引条件の明示) of one order to one worker: the union of
 * 特定受託事業者に係る取引の適正化等に関する法律 (令和5年法律第25号) 3条1項 with 公取委規則 (令和6年第3号) 1条, and of the twelve
 * items of 自営型テレワークの適正な実施のためのガイドライン (厚生労働省). What the worker reads as page and as PDF is composed
 * from the same content by `composeNoticeOfTerms`.
 */
export const noticeOfTerms = z.object({
  /** `['ja']`, or `['ja', 'en']` to append a reference translation. */
  languages: z.array(z.enum(['ja', 'en'])).min(1),
  /** Set on a supplementary notice (補充明示): the first notice whose open items this one fixes. */
  supplements: z.object({ number: z.string(), issuedOn: paperDate }).nullable(),
  /** Set when these are changed terms for what was left of earlier ones: the earlier notice and why. */
  amends: z.object({ number: z.string(), issuedOn: paperDate, reason: z.string() }).nullable().default(null),
  orderer: noticeParty,
  worker: noticeParty,
  /** The day the parties agreed. */
  orderedOn: paperDate,
  work: z.object({
    title: z.string(),
    description: z.string().nullable(),
    quantity: z.object({ count: z.number(), unit: z.string() }).nullable(),
    /** Standard, format and reference to manual and its version. */
    specification: z.string(),
  }),
  /** Transfer or licence and its price, which is part of the fee. */
  intellectualProperty: z.string(),
  /** Null only when the item is in `pendingItems`. */
  due: noticeDue.nullable(),
  deliveryPlace: z.string(),
  deliveryMethod: z.string().nullable(),
  /** Null: there is no inspection. */
  inspectionCompleteOn: paperDate.nullable(),
  /** Null only when the item is in `pendingItems`. */
  fee: noticeFee.nullable(),
  payment: z.object({
    /** Null only when the item is in `pendingItems`. */
    payOn: paperDate.nullable(),
    /** The rule behind the day: 毎月末日納品締切、翌月25日支払. */
    closingRule: z.string().nullable(),
  }),
  expenses: z.string(),
  changes: z.string(),
  repairs: z.string(),
  confidentiality: z.string(),
  /** Null when `confidentiality` says it too. */
  personalData: z.string().nullable(),
  pendingItems: z.array(pendingItem),
  /** Only when the pay date uses the exception of the Act's 4条3項 (規則6条). */
  resubcontract: z.object({ clientName: z.string(), clientPayOn: paperDate }).nullable(),
  /** Terms shown once for all orders of a period (規則1条3項). */
  masterAgreement: z.object({ title: z.string(), on: paperDate, validTo: paperDate.nullable() }).nullable(),
  contact: z.object({ person: z.string(), phone: z.string().nullable(), email: z.string().nullable() }),
  /** True when the order is under 取適法 (令和8年1月1日施行) too; one document then satisfies both. */
  alsoSmallSupplierAct: z.boolean(),
})
export type NoticeOfTerms = z.output<typeof noticeOfTerms>

/** A notice as its reader sees it, in the reader's language and in the order of the paper. */
export type ComposedNotice = {
  readonly title: string
  readonly basis: string
  /** Why an English text is not the contract, or which notice this one completes. */
  readonly remarks: readonly string[]
  readonly opening: string
  readonly rows: readonly NoticeRow[]
}

export type NoticeRow = {
  readonly number: number
  readonly label: string
  readonly entries: readonly NoticeEntry[]
}

export type NoticeEntry =
  | { readonly kind: 'text'; readonly label: string | null; readonly text: string }
  | { readonly kind: 'strong'; readonly label: string | null; readonly text: string }
  | { readonly kind: 'amounts'; readonly amounts: readonly { readonly label: string; readonly amount: string }[] }
