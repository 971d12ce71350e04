import { type PaperLanguage, type DocumentSeal, printedFoot, type PaperParty } from '../../../platform/pdf/paper.ts';
import { renderPdf } from '../../../platform/pdf/pdf.ts';
import type { CalendarDate } from '../../../units/calendar-date.ts';
import type { Yen } from '../../../units/yen.ts';
import { composeV1 } from './v1.ts';

/**
 * The notice of terms (取引条件の明示) of one order to one worker: the union of
 * 特定受託事業者に係る取引の適正化等に関する法律 (令和5年法律第25号) 3条1項 with 公取委規則 (令和6年第3号) 1条, and of the twelve
 * items of 自営型テレワークの適正な実施のためのガイドライン (厚生労働省). What the worker reads as page and as PDF is composed
 * from the same data by `composeNoticeOfTerms`.
 */
export type NoticeOfTerms = {
  readonly seal: DocumentSeal;
  /** Set on a supplementary notice (補充明示): the first notice whose open items this one fixes. */
  readonly supplements: { readonly number: string; readonly issuedOn: CalendarDate } | null;
  readonly orderer: NoticeParty;
  readonly worker: NoticeParty;
  /** The day the parties agreed. */
  readonly orderedOn: CalendarDate;
  readonly work: {
    readonly title: string;
    readonly description: string | null;
    readonly quantity: { readonly count: number; readonly unit: string } | null;
    /** Standard, format and reference to manual and its version. */
    readonly specification: string;
  };
  /** Transfer or licence and its price, which is part of the fee. */
  readonly intellectualProperty: string;
  /** Null only when the item is in `pendingItems`. */
  readonly due: NoticeDue | null;
  readonly deliveryPlace: string;
  readonly deliveryMethod: string | null;
  /** Null: there is no inspection. */
  readonly inspectionCompleteOn: CalendarDate | null;
  /** Null only when the item is in `pendingItems`. */
  readonly fee: NoticeFee | null;
  readonly payment: {
    /** Null only when the item is in `pendingItems`. */
    readonly payOn: CalendarDate | null;
    /** The rule behind the day: 毎月末日納品締切、翌月25日支払. */
    readonly closingRule: string | null;
  };
  readonly expenses: string;
  readonly changes: string;
  readonly repairs: string;
  readonly confidentiality: string;
  readonly personalData: string;
  readonly pendingItems: readonly PendingItem[];
  /** Only when the pay date uses the exception of the Act's 4条3項 (規則6条). */
  readonly resubcontract: { readonly clientName: string; readonly clientPayOn: CalendarDate } | null;
  /** Terms shown once for all orders of a period (規則1条3項). */
  readonly masterAgreement: { readonly title: string; readonly on: CalendarDate; readonly validTo: CalendarDate | null } | null;
  readonly contact: { readonly person: string; readonly phone: string | null; readonly email: string | null };
  /** True when the order is under 取適法 (令和8年1月1日施行) too; one document then satisfies both. */
  readonly alsoSmallSupplierAct: boolean;
};

export type NoticeParty = PaperParty & {
  /** Number or handle that identifies the party beside the name. */
  readonly code: string | null;
  readonly representative: string | null;
};

export type NoticeDue =
  | { readonly kind: 'on'; readonly on: CalendarDate }
  | { readonly kind: 'period'; readonly from: CalendarDate; readonly to: CalendarDate };

export type NoticeFee =
  | {
      readonly kind: 'amount';
      readonly exTaxYen: Yen;
      readonly taxRatePercent: number;
      readonly taxYen: Yen;
      readonly inTaxYen: Yen;
      /** How the amount came about: 12円 × 500件. */
      readonly formula: string | null;
    }
  /** Only when a definite amount is impossible for an unavoidable reason (規則1条2項). */
  | { readonly kind: 'formula'; readonly formula: string; readonly reason: string };

export type PendingItem = { readonly item: string; readonly reason: string; readonly expectedOn: CalendarDate };

/** A notice as its reader sees it, in the reader's language and in the order of the paper. */
export type ComposedNotice = {
  readonly title: string;
  readonly basis: string;
  /** Why an English text is not the contract, or which notice this one completes. */
  readonly remarks: readonly string[];
  readonly opening: string;
  readonly rows: readonly NoticeRow[];
};

export type NoticeRow = {
  readonly number: number;
  readonly label: string;
  readonly entries: readonly NoticeEntry[];
};

export type NoticeEntry =
  | { readonly kind: 'text'; readonly label: string | null; readonly text: string }
  | { readonly kind: 'strong'; readonly label: string | null; readonly text: string }
  | { readonly kind: 'amounts'; readonly amounts: readonly { readonly label: string; readonly amount: string }[] };

/** Stored with the document: the version whose template derives its bytes again. Old versions stay. */
export type NoticeVersion = 1;
export const currentNoticeVersion: NoticeVersion = 1;

const versions = {
  1: { compose: composeV1, template: new URL('./v1.typ', import.meta.url) },
} as const;

export function composeNoticeOfTerms(
  notice: NoticeOfTerms, language: PaperLanguage, version: NoticeVersion = currentNoticeVersion,
): ComposedNotice {
  return versions[version].compose(notice, language);
}

/** The PDF/A file of a notice. Rejects with a `PdfError`. */
export function renderNoticeOfTerms(
  notice: NoticeOfTerms, language: PaperLanguage, version: NoticeVersion = currentNoticeVersion,
): Promise<Uint8Array> {
  const { compose, template } = versions[version];
  const composed = compose(notice, language);
  const addressee = { name: notice.worker.name, honorific: language === 'ja' ? notice.worker.honorific ?? '' : '' };
  const foot = printedFoot(notice.seal, language);
  const data = { language, author: notice.orderer.name, addressee, foot, ...composed };
  return renderPdf(template, data, { createdAt: notice.seal.issuedAt });
}
