import { z } from 'zod'
import { read, write } from '../../platform/contract.ts'
import { pageOf, paging } from '../../platform/shapes.ts'
import { administering } from '../../programme/rules/who-may.ts'
import { consentPurposes, withdrawalEffects } from '../rules/consents.ts'
import { caring, keepingRecord, working } from '../rules/who-may.ts'
import { date, equipmentSchema, lineSpeed, optionalLine, profileFields, week, wishFields, withinCeiling } from './shapes.ts'

export const registrationEntries = {
  apply: write({
    input: withinCeiling(
      z.strictObject({
        kind: z.enum(['individual', 'corporation']).default('individual'),
        ...profileFields,
        ...wishFields,
        week,
        skills: z.array(z.strictObject({ skillId: z.uuid(), level: z.int().min(1).max(9) })).max(50),
        equipment: equipmentSchema,
        lineSpeedMbps: lineSpeed,
        usesEmployees: z.boolean(),
        consents: z
          .array(z.enum(consentPurposes))
          .max(consentPurposes.length)
          .check(({ value, issues }) => {
            // Each missing one is named, so that the page can show its own box.
            for (const purpose of consentPurposes)
              if (!value.includes(purpose))
                issues.push({ code: 'custom', input: value, path: [purpose], params: { code: 'consent-missing' } })
          }),
      }),
    ),
    output: z.object({ workerId: z.uuid(), number: z.int() }),
    allow: 'signed-in',
    refusals: ['already-applied', 'municipality-takes-no-part', 'level-too-high'],
    refusedAt: { 'municipality-takes-no-part': 'municipalityId', 'level-too-high': 'skills' },
  }),
  'record-interview': write({
    input: z.strictObject({
      workerId: z.uuid(),
      heldOn: date,
      note: optionalLine(4_000).default(''),
      outcome: z.enum(['suitable', 'later', 'declined']),
    }),
    output: z.object({ interviewId: z.uuid() }),
    allow: caring,
    refusals: ['interview-in-the-future'],
    refusedAt: { 'interview-in-the-future': 'heldOn' },
  }),
  'register-worker': write({
    input: z.strictObject({ workerId: z.uuid(), siteId: z.uuid().nullable().default(null) }),
    output: z.object({ number: z.int(), registeredOn: date }),
    allow: caring,
    refusals: ['not-an-applicant', 'interview-missing', 'site-unknown'],
    refusedAt: { 'site-unknown': 'siteId' },
  }),
  'change-state': write({
    input: z.strictObject({
      workerId: z.uuid(),
      to: z.enum(['active', 'paused', 'graduated', 'left']),
      note: optionalLine(1_000).default(''),
    }),
    output: z.object({}),
    allow: keepingRecord,
    refusals: ['state-not-next', 'ask-the-coordinator', 'consent-withdrawn'],
  }),
  'give-consent': write({
    input: z.strictObject({ workerId: z.uuid(), purpose: z.enum(consentPurposes) }),
    output: z.object({}),
    allow: working,
    refusals: ['consent-stands'],
  }),
  'withdraw-consent': write({
    input: z.strictObject({ workerId: z.uuid(), purpose: z.enum(consentPurposes) }),
    output: z.object({ effects: z.array(z.enum(Object.values(withdrawalEffects).flat())) }),
    allow: keepingRecord,
    refusals: ['no-consent'],
  }),
  'anonymise-person': write({
    input: z.strictObject({ workerId: z.uuid() }),
    output: z.object({ until: date }),
    allow: administering,
    refusals: ['still-takes-part', 'kept-by-law', 'anonymised-already'],
    fresh: true,
  }),
  /** People who left: what is kept of them, until when, and who was anonymised. */
  leavers: read({
    input: z.strictObject({ waiting: z.boolean().default(false), ...paging }),
    output: pageOf(
      z.object({
        id: z.uuid(),
        number: z.int(),
        leftOn: date,
        keptUntil: date,
        papers: z.int(),
        erasedPapers: z.int(),
        erasedRows: z.int(),
        anonymisedOn: date.nullable(),
      }),
    ),
    allow: administering,
  }),
  /** Until when the law keeps papers of a person; null when there are none. */
  'papers-kept': read({
    input: z.strictObject({ workerId: z.uuid() }),
    output: z.object({ until: date.nullable(), count: z.int() }),
    allow: keepingRecord,
  }),
  'registration-form': read({
    input: z.strictObject({}),
    output: z.object({
      programmeName: z.string(),
      outline: z.string(),
      operatorName: z.string(),
      operatorContact: z.string(),
      municipalities: z.array(z.object({ id: z.uuid(), name: z.string(), prefecture: z.string().nullable() })),
      prefectures: z.array(z.string()),
      skills: z.array(z.object({ id: z.uuid(), nameJa: z.string(), nameEn: z.string(), highestLevel: z.int() })),
      consentTextVersion: z.string(),
    }),
    allow: 'anyone',
  }),
  waiting: read({
    input: z.strictObject({}),
    output: z.object({
      rows: z.array(
        z.object({
          id: z.uuid(),
          number: z.int(),
          name: z.string(),
          municipalityName: z.string(),
          appliedOn: date,
          waitingDays: z.int(),
          wish: z.string(),
          lastOutcome: z.enum(['suitable', 'later', 'declined']).nullable(),
        }),
      ),
    }),
    allow: caring,
  }),
}
