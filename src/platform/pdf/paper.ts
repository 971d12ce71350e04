import { jstDateOf } from '../../units/calendar-date.ts';
import { formatDate } from '../../units/wareki.ts';

/** What ties a document to the chain of stored documents. Printed at the foot of every page. */
export type DocumentSeal = {
  /** The number people quote, `N-2026-000123`. */
  readonly number: string;
  readonly issuedAt: Date;
  /** SHA-256 of the stored bytes of the document before this one in its chain; null for the first. */
  readonly previousSha256: string | null;
};

export type PaperLanguage = 'ja' | 'en';

/** A side of a document with what is known of it. */
export type PaperParty = {
  readonly name: string;
  /** 様 for persons, 御中 for firms; null prints none. */
  readonly honorific: '様' | '御中' | null;
  /** `399-0736`, without 〒. */
  readonly postalCode: string | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  /** Department or person in charge. */
  readonly attention: string | null;
};

const footWords = {
  ja: { number: '文書番号', issued: '発行日時', fingerprint: '記載内容の SHA-256', previous: '直前の文書の SHA-256' },
  en: { number: 'Document', issued: 'Issued', fingerprint: 'SHA-256 of the content', previous: 'SHA-256 of the document before' },
} as const;

/** The foot of the paper as the templates of version 1 read it: `seal` and `words`. */
export function printedFoot(seal: DocumentSeal, language: PaperLanguage) {
  return {
    seal: { number: seal.number, issuedAt: formatInstant(seal.issuedAt, language), previous: seal.previousSha256 },
    words: footWords[language],
  };
}

/** `令和8年11月22日（日） 14:05`, the time in Japan. */
export function formatInstant(instant: Date, language: PaperLanguage): string {
  const time = instant.toLocaleTimeString('en-GB', { timeZone: 'Asia/Tokyo', hour: '2-digit', minute: '2-digit' });
  return `${formatDate(jstDateOf(instant), language)} ${time}`;
}

/** The addressed side: name, honorific, address above, attention below. */
export function printedAddressee(party: PaperParty) {
  return {
    name: party.name,
    honorific: party.honorific ?? '',
    address: addressLine(party) ?? '',
    note: party.attention ?? '',
  };
}

/** The issuing side: name and its lines, with further lines such as the registration number at the end. */
export function printedIssuer(party: PaperParty, language: PaperLanguage, further: readonly string[] = []) {
  const phone = party.phone === null ? null : `${language === 'ja' ? '電話' : 'Tel.'} ${party.phone}`;
  const lines = [addressLine(party), phone, party.email, party.attention, ...further];
  return { name: party.name, lines: lines.filter((line) => line !== null && line !== '') };
}

export function addressLine(party: PaperParty): string | null {
  if (party.address === null) return null;
  return party.postalCode === null ? party.address : `〒${party.postalCode} ${party.address}`;
}
