import { z } from 'zod'
import { read, write } from '../../platform/contract.ts'
import { day, inOrder, pageOf, paging } from '../../platform/shapes.ts'
import { lackKinds } from '../rules/eligibility.ts'
import { offerReason } from '../rules/offer-reason.ts'
import { offerStates } from '../rules/offer-state.ts'
import { working } from '../../people/rules/who-may.ts'
import { directing } from '../rules/who-may.ts'
import { unitCount } from './shapes.ts'

/** One thing that stands between a worker and a package, with what is asked and what is there. */
export const lack = z.object({
  kind: z.enum(lackKinds),
  /** Skill or site id, kind of equipment; empty for time and state. */
  subject: z.string(),
  nameJa: z.string(),
  nameEn: z.string(),
  need: z.int(),
  have: z.int(),
})

const offered = z.strictObject({
  packageId: z.uuid(),
  workerId: z.uuid(),
  units: unitCount,
  minutes: z.int().min(0).max(100_000_000),
  why: z.array(offerReason).max(10).default([]),
})

/** Fee, time and date of one offer, as the worker weighs them. Yen without tax. */
const offerCard = z.object({
  id: z.uuid(),
  packageId: z.uuid(),
  title: z.string(),
  summary: z.string(),
  units: z.int(),
  unitName: z.string(),
  unitMinutes: z.int(),
  minutes: z.int(),
  unitPriceYen: z.int(),
  feeYen: z.int(),
  /** What an hour of work at the standard pace brings, rounded down. */
  hourlyYen: z.int(),
  dueOn: z.string(),
  daysLeft: z.int(),
  minutesPerDay: z.int(),
  answerBy: z.string().nullable(),
  offeredAt: z.string(),
  state: z.enum(offerStates),
  why: z.array(offerReason),
})

const noticeEntry = z.union([
  z.object({ kind: z.enum(['text', 'strong']), label: z.string().nullable(), text: z.string() }),
  z.object({ kind: z.literal('amounts'), amounts: z.array(z.object({ label: z.string(), amount: z.string() })) }),
])
/** What a notice says, from its own data, for the short reading beside the legal text; null where the notice leaves it open. */
const noticeInShort = z.object({
  work: z.string(),
  units: z.number().nullable(),
  unitName: z.string(),
  dueOn: z.string().nullable(),
  deliveryPlace: z.string(),
  feeYen: z.int().nullable(),
  taxYen: z.int(),
  totalYen: z.int(),
  payOn: z.string().nullable(),
  contact: z.string(),
})
export const composedNotice = z.object({
  inShort: noticeInShort,
  title: z.string(),
  basis: z.string(),
  remarks: z.array(z.string()),
  opening: z.string(),
  rows: z.array(z.object({ number: z.int(), label: z.string(), entries: z.array(noticeEntry) })),
})
const paper = z.enum(['ja', 'en']).default('ja')

const job = z.object({
  packageId: z.uuid(),
  title: z.string(),
  summary: z.string(),
  workKindJa: z.string(),
  workKindEn: z.string(),
  unitName: z.string(),
  unitMinutes: z.int(),
  unitPriceYen: z.int(),
  hourlyYen: z.int(),
  unitsLeft: z.int(),
  minUnits: z.int(),
  /** The most that one person may take at once. */
  maxUnits: z.int(),
  dueOn: z.string(),
  daysLeft: z.int(),
  workPlace: z.string(),
  publishedOn: z.string().nullable(),
  lacks: z.array(lack),
  hasOffer: z.boolean(),
})

export const offerEntries = {
  /** One offer or a whole plan. All are made, or none. */
  'make-offers': write({
    input: z.strictObject({
      offers: z.array(offered).min(1).max(2_000),
      planId: z.uuid().nullable().default(null),
      answerBy: day.nullable().default(null),
    }),
    output: z.object({ offerIds: z.array(z.uuid()) }),
    allow: directing,
    refusals: [
      'package-not-published',
      'not-enough-units',
      'worker-not-available',
      'already-offered',
      'too-long-days',
      'due-passed',
      'answer-day-passed',
      'answer-after-due',
    ],
    refusedAt: { 'answer-day-passed': 'answerBy', 'answer-after-due': 'answerBy', 'not-enough-units': 'offers' },
  }),
  'withdraw-offer': write({
    input: z.strictObject({ offerId: z.uuid() }),
    output: z.object({ offerId: z.uuid() }),
    allow: directing,
    refusals: ['offer-decided'],
  }),
  'decline-offer': write({
    input: z.strictObject({ offerId: z.uuid() }),
    output: z.object({ offerId: z.uuid() }),
    allow: working,
    refusals: ['offer-decided'],
  }),
  'accept-offer': write({
    input: z.strictObject({ offerId: z.uuid() }),
    output: z.object({ assignmentId: z.uuid(), noticeDocumentId: z.uuid(), packageId: z.uuid() }),
    allow: working,
    refusals: ['offer-taken', 'offer-expired', 'due-passed', 'terms-incomplete', 'pay-date-too-late'],
  }),
  /** A worker raises a hand and has an open offer at once. */
  'ask-for-offer': write({
    input: z.strictObject({ packageId: z.uuid(), units: unitCount }),
    output: z.object({ offerId: z.uuid() }),
    allow: working,
    refusals: ['not-enough-units', 'lot-size', 'requirements-missing', 'already-offered', 'due-passed', 'too-long-days'],
    refusedAt: { 'not-enough-units': 'units', 'lot-size': 'units' },
  }),
  'release-units': write({
    input: z.strictObject({ assignmentId: z.uuid(), units: unitCount }),
    output: z.object({ assignmentId: z.uuid(), unitsLeft: z.int() }),
    allow: working,
    refusals: ['more-than-left'],
    refusedAt: { 'more-than-left': 'units' },
  }),
  /** A worker's own offers: those that wait, and the latest that were decided. */
  offers: read({
    input: z.strictObject({ ...paging, state: z.enum(['open', 'decided']).default('open') }),
    output: pageOf(offerCard),
    allow: working,
  }),
  /** One offer with the exact notice that accepting it today would write. */
  offer: read({
    input: z.strictObject({ offerId: z.uuid(), language: paper }),
    output: offerCard.extend({
      specification: z.string(),
      taxYen: z.int(),
      payOn: z.string().nullable(),
      payOverTarget: z.boolean(),
      equipment: z.array(z.string()),
      skills: z.array(z.object({ nameJa: z.string(), nameEn: z.string(), level: z.int() })),
      workPlace: z.string(),
      contact: z.string(),
      terms: composedNotice.nullable(),
      missingTerms: z.array(z.string()),
      assignmentId: z.uuid().nullable(),
      noticeDocumentId: z.uuid().nullable(),
    }),
    allow: working,
  }),
  jobs: read({
    input: z.strictObject({ ...paging, search: z.string().trim().max(100).default(''), only: z.enum(['all', 'fitting']).default('all') }),
    output: pageOf(job),
    allow: working,
  }),
  job: read({
    input: z.strictObject({ packageId: z.uuid() }),
    output: job.extend({
      specification: z.string(),
      releaseOn: z.string(),
      payOn: z.string().nullable(),
      expenses: z.string(),
      intellectualProperty: z.string(),
      contact: z.string(),
      recruiterName: z.string(),
      recruiterAddress: z.string(),
      recruiterContact: z.string(),
      equipment: z.array(z.string()),
      skills: z.array(z.object({ nameJa: z.string(), nameEn: z.string(), level: z.int() })),
      maxUnitsForYou: z.int(),
    }),
    allow: working,
  }),
  /** Workers whom a director may offer a package to, the fitting ones first; names in the order of their kana. */
  'offer-candidates': read({
    input: z.strictObject({
      packageId: z.uuid(),
      search: z.string().trim().max(100).default(''),
      limit: paging.limit,
    }),
    output: z.object({
      rows: z.array(
        z.object({
          workerId: z.uuid(),
          name: z.string(),
          municipalityName: z.string(),
          freeMinutes: z.int(),
          lacks: z.array(lack),
          hasOffer: z.boolean(),
        }),
      ),
      total: z.int(),
    }),
    allow: directing,
  }),
  /** The notice of terms as a page, from the data it was stored with. */
  notice: read({
    input: z.strictObject({ documentId: z.uuid(), language: paper }),
    output: composedNotice.extend({ number: z.string(), issuedAt: z.string(), sha256: z.string(), packageId: z.uuid().nullable() }),
    allow: 'signed-in',
  }),
  /** One's own legal documents, searched as 電子帳簿保存法 asks: by date, amount and party. */
  'my-documents': read({
    input: inOrder(
      z.strictObject({
        ...paging,
        from: day.nullable().default(null),
        to: day.nullable().default(null),
        minYen: z.int().min(0).max(9_999_999_999).nullable().default(null),
        maxYen: z.int().min(0).max(9_999_999_999).nullable().default(null),
        party: z.string().trim().max(100).default(''),
      }),
      ['from', 'to'],
      ['minYen', 'maxYen'],
    ),
    output: pageOf(
      z.object({
        id: z.uuid(),
        kind: z.string(),
        number: z.string(),
        version: z.int(),
        transactionOn: z.string(),
        /** Of the transaction, with tax and before withholding. */
        amountYen: z.int().nullable(),
        netYen: z.int().nullable(),
        party: z.string(),
        title: z.string(),
      }),
    ),
    allow: 'signed-in',
  }),
}
