import { z } from 'zod'
import { type CalendarDate, isCalendarDate, jstDateOf } from '../../units/calendar-date.ts'
import { formatDate } from '../../units/wareki.ts'
import { isYen, type Yen } from '../../units/yen.ts'

/** What the store gives a document. Printed at the foot of every page. */
export type DocumentSeal = {
  /** The number people quote, `N2026-00123`. */
  readonly number: string
  readonly issuedAt: Date
  /** SHA-256 of the stored record, which covers the hash of the record before it; null for a draft that is not stored. */
  readonly sha256: string | null
}

export type PaperLanguage = 'ja' | 'en'

/** Schemas of what stands in stored documents. Stored data is read again after years, so it is checked again. */
export const paperDate = z.custom<CalendarDate>(isCalendarDate)
export const paperYen = z.custom<Yen>(isYen)

/** A side of a document with what is known of it. */
export const paperParty = z.object({
  name: z.string(),
  /** 様 for persons, 御中 for firms; null prints none. */
  honorific: z.enum(['様', '御中']).nullable(),
  /** `399-0736`, without 〒. */
  postalCode: z.string().nullable(),
  address: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  /** Department or person in charge. */
  attention: z.string().nullable(),
})
export type PaperParty = z.output<typeof paperParty>

const footWords = {
  ja: { number: '文書番号', issued: '発行日時', sha256: '保存記録の SHA-256' },
  en: { number: 'Document', issued: 'Issued', sha256: 'SHA-256 of the stored record' },
} as const

/** The foot of the paper as the templates of version 1 read it: `seal` and `words`. */
export function printedFoot(seal: DocumentSeal, language: PaperLanguage) {
  return {
    seal: {
      number: seal.number,
      issuedAt: formatInstant(seal.issuedAt, language),
      sha256: seal.sha256,
    },
    words: footWords[language],
  }
}

/** `令和8年11月22日（日） 14:05`, the time in Japan. */
function formatInstant(instant: Date, language: PaperLanguage): string {
  const time = instant.toLocaleTimeString('en-GB', { timeZone: 'Asia/Tokyo', hour: '2-digit', minute: '2-digit' })
  return `${formatDate(jstDateOf(instant), language)} ${time}`
}

/** What a corrected paper calls itself. */
export const editionMark = (version: number): string => `第${version}版`

/** The addressed side: name, honorific, address above, attention below. */
export function printedAddressee(party: PaperParty) {
  return {
    name: party.name,
    honorific: party.honorific ?? '',
    address: addressLine(party) ?? '',
    note: party.attention ?? '',
  }
}

/** The issuing side: name and its lines, with further lines such as the registration number at the end. */
export function printedIssuer(party: PaperParty, language: PaperLanguage, further: readonly string[] = []) {
  const phone = party.phone === null ? null : `${language === 'ja' ? '電話' : 'Tel.'} ${party.phone}`
  const lines = [addressLine(party), phone, party.email, party.attention, ...further]
  return { name: party.name, lines: lines.filter((line) => line !== null && line !== '') }
}

export function addressLine(party: PaperParty): string | null {
  if (party.address === null) return null
  return party.postalCode === null ? party.address : `〒${party.postalCode} ${party.address}`
}
