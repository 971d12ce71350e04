import { z } from 'zod'
import { area, read, searchRead, write } from '../platform/contract.ts'
import { toAccountHolderKana } from './rules/account-holder-kana.ts'
import { blockers, type Blocker } from './rules/blockers.ts'
import { consentPurposes } from './rules/consents.ts'
import { equipmentKeys } from './rules/equipment.ts'
import { isNameKana } from './rules/kana.ts'
import { evidences } from './rules/skills.ts'
import { workerStates } from './rules/states.ts'

/** The person themself, or whoever looks after them. */
const ownOrCoordinator = { worker: ['self'], coordinator: ['programme', 'municipality'] } as const
const coordinator = { coordinator: ['programme', 'municipality'] } as const
/** Who may know that somebody takes part; what of the person they see is the matter of rules/visibility.ts. */
const readers = {
  coordinator: ['programme', 'municipality'],
  director: ['programme', 'site'],
  sales: ['programme'],
  office: ['programme'],
  officer: ['municipality'],
  administrator: ['programme'],
} as const

const line = (longest: number) => z.string().trim().min(1).max(longest)
const optionalLine = (longest: number) => z.string().trim().max(longest)
const date = z.iso.date()
const dayMinutes = z.int().min(0).max(1_440)
const week = z.array(dayMinutes).length(7)
const kana = line(80).refine(isNameKana, { params: { code: 'name-kana' } })
const stateSchema = z.enum(workerStates)
const evidenceSchema = z.enum(evidences)
const equipmentSchema = z.array(z.enum(equipmentKeys)).max(equipmentKeys.length)
const lineSpeed = z.int().min(0).max(100_000).nullable()
const accountType = z.enum(['ordinary', 'current', 'savings', 'other'])
const blockerKeys = Object.keys(blockers).filter((key): key is Blocker => key in blockers)

const profileFields = {
  name: line(60),
  kana,
  displayName: line(40),
  phone: optionalLine(20).refine((text) => /^[0-9+() -]*$/.test(text), { params: { code: 'phone' } }),
  postalAddress: optionalLine(200),
  prefecture: line(10),
  municipalityId: z.uuid(),
}
const wishFields = {
  wish: optionalLine(1_000).default(''),
  wantedMonthlyYen: z.int().min(0).max(10_000_000),
  wantedMonthlyMinutes: z.int().min(0).max(44_640),
  highestMonthlyMinutes: z.int().min(0).max(44_640),
}
/** Refused with the first character that no bank takes: kanji are never guessed. */
const holderKana = line(80).check((context) => {
  const result = toAccountHolderKana(context.value)
  if (result.ok) return
  const [fault] = result.faults
  context.issues.push({ code: 'custom', input: context.value, params: { code: `kana-${fault?.code ?? 'empty'}` } })
})

const skillOut = z.object({
  skillId: z.uuid(),
  key: z.string(),
  nameJa: z.string(),
  nameEn: z.string(),
  level: z.int(),
  highestLevel: z.int(),
  evidence: evidenceSchema,
  evidencedOn: date,
})
const workerRow = z.object({
  id: z.uuid(),
  number: z.int(),
  name: z.string(),
  kana: z.string(),
  state: stateSchema,
  municipalityId: z.uuid(),
  municipalityName: z.string(),
  skills: z.array(z.object({ key: z.string(), nameJa: z.string(), nameEn: z.string(), level: z.int() })),
  weekMinutes: z.int(),
  appliedOn: date,
  registeredOn: date.nullable(),
  isDemo: z.boolean(),
})
const bankAccountOut = z.object({
  bankCode: z.string(),
  bankName: z.string(),
  branchCode: z.string(),
  branchName: z.string(),
  accountType,
  accountNumber: z.string(),
  holderKana: z.string(),
  recordedAt: z.iso.datetime(),
})
const workerOut = z.object({
  id: z.uuid(),
  number: z.int(),
  state: stateSchema,
  nextStates: z.array(stateSchema),
  kind: z.enum(['individual', 'corporation']),
  name: z.string(),
  kana: z.string(),
  displayName: z.string(),
  prefecture: z.string(),
  municipalityId: z.uuid(),
  municipalityName: z.string(),
  siteId: z.uuid().nullable(),
  siteName: z.string().nullable(),
  appliedOn: date,
  registeredOn: date.nullable(),
  leftOn: date.nullable(),
  isDemo: z.boolean(),
  wish: z.string(),
  wantedMonthlyYen: z.int(),
  wantedMonthlyMinutes: z.int(),
  highestMonthlyMinutes: z.int(),
  equipment: z.array(z.string()),
  lineSpeedMbps: z.int().nullable(),
  week,
  days: z.array(z.object({ onDate: date, minutes: z.int() })),
  minutesToEndOfMonth: z.int(),
  skills: z.array(skillOut),
  usesEmployees: z.boolean(),
  usesEmployeesDeclaredOn: date.nullable(),
  blockers: z.array(z.enum(blockerKeys)),
  /** Null where this reader may not see it. */
  contact: z.object({ email: z.string(), phone: z.string(), postalAddress: z.string() }).nullable(),
  payment: z
    .object({
      bankAccount: bankAccountOut.nullable(),
      invoiceRegistrations: z.array(z.object({ id: z.uuid(), number: z.string(), validFrom: date, validTo: date.nullable() })),
    })
    .nullable(),
  interviews: z.array(z.object({ id: z.uuid(), heldOn: date, heldByName: z.string(), note: z.string(), outcome: z.enum(['suitable', 'later', 'declined']) })).nullable(),
  changes: z.array(z.object({ from: stateSchema, to: stateSchema, changedOn: date, changedByName: z.string(), note: z.string() })),
  consents: z.array(z.object({ purpose: z.enum(consentPurposes), textVersion: z.string(), givenAt: z.iso.datetime() })),
})

export const workerFilters = {
  search: z.string().max(100).default(''),
  states: z.array(stateSchema).max(workerStates.length).default([]),
  municipalityIds: z.array(z.uuid()).max(100).default([]),
  skillIds: z.array(z.uuid()).max(50).default([]),
  sort: z.enum(['kana', 'number', 'municipality', 'state', 'registeredOn', 'appliedOn', 'weekMinutes']).default('kana'),
  descending: z.boolean().default(false),
  page: z.int().min(1).max(10_000).default(1),
  limit: z.int().min(1).max(200).default(50),
}

export const contract = area('people', {
  apply: write({
    input: z.strictObject({
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
        .refine((given) => consentPurposes.every((purpose) => given.includes(purpose)), { params: { code: 'consent-missing' } }),
    }),
    output: z.object({ workerId: z.uuid(), number: z.int() }),
    allow: 'signed-in',
    refusals: ['already-applied', 'municipality-takes-no-part', 'level-too-high'],
  }),
  'change-profile': write({
    input: z.strictObject({ workerId: z.uuid(), ...profileFields, siteId: z.uuid().nullable() }),
    output: z.object({}),
    allow: ownOrCoordinator,
    refusals: ['municipality-takes-no-part', 'site-unknown'],
  }),
  'change-wishes': write({ input: z.strictObject({ workerId: z.uuid(), ...wishFields }), output: z.object({}), allow: ownOrCoordinator }),
  'set-free-minutes': write({ input: z.strictObject({ workerId: z.uuid(), week }), output: z.object({}), allow: ownOrCoordinator }),
  'set-free-day': write({
    // Null takes the exception away, so that the weekly pattern counts again.
    input: z.strictObject({ workerId: z.uuid(), onDate: date, minutes: dayMinutes.nullable() }),
    output: z.object({}),
    allow: ownOrCoordinator,
    refusals: ['day-is-over', 'day-too-far'],
  }),
  'change-equipment': write({
    input: z.strictObject({ workerId: z.uuid(), equipment: equipmentSchema, lineSpeedMbps: lineSpeed }),
    output: z.object({}),
    allow: ownOrCoordinator,
  }),
  'declare-employees': write({
    input: z.strictObject({ workerId: z.uuid(), usesEmployees: z.boolean() }),
    output: z.object({}),
    allow: ownOrCoordinator,
  }),
  'record-bank-account': write({
    input: z.strictObject({
      workerId: z.uuid(),
      bankCode: z.string().regex(/^[0-9]{4}$/),
      branchCode: z.string().regex(/^[0-9]{3}$/),
      accountType,
      accountNumber: z.string().regex(/^(?!0+$)[0-9]{1,7}$/),
      holderKana,
    }),
    output: z.object({ bankName: z.string(), branchName: z.string(), holderKana: z.string() }),
    allow: { worker: ['self'], coordinator: ['programme'], office: ['programme'] },
    refusals: ['bank-unknown', 'branch-unknown'],
    fresh: true,
  }),
  'record-invoice-number': write({
    input: z.strictObject({ workerId: z.uuid(), number: z.string().regex(/^T[1-9][0-9]{12}$/), validFrom: date }),
    output: z.object({ registrationId: z.uuid(), doubtful: z.boolean() }),
    allow: { worker: ['self'], coordinator: ['programme'], office: ['programme'] },
    refusals: ['corporate-number-wrong', 'registration-overlaps'],
  }),
  'end-invoice-registration': write({
    input: z.strictObject({ registrationId: z.uuid(), validTo: date }),
    output: z.object({}),
    allow: { worker: ['self'], coordinator: ['programme'], office: ['programme'] },
    refusals: ['ends-before-it-begins', 'registration-ended'],
  }),
  'declare-skill': write({
    input: z.strictObject({ workerId: z.uuid(), skillId: z.uuid(), level: z.int().min(0).max(9) }),
    output: z.object({}),
    allow: { worker: ['self'] },
    refusals: ['level-too-high', 'skill-shown-already'],
  }),
  'assess-skill': write({
    input: z.strictObject({ workerId: z.uuid(), skillId: z.uuid(), level: z.int().min(0).max(9), evidence: evidenceSchema }),
    output: z.object({}),
    allow: { coordinator: ['programme', 'municipality'], director: ['programme', 'site'] },
    refusals: ['level-too-high'],
  }),
  'add-skill': write({
    input: z.strictObject({
      key: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/),
      nameJa: line(40),
      nameEn: line(60),
      highestLevel: z.int().min(1).max(9).default(3),
    }),
    output: z.object({ skillId: z.uuid() }),
    allow: { coordinator: ['programme'], director: ['programme'], administrator: ['programme'] },
    refusals: ['skill-known'],
  }),
  'record-interview': write({
    input: z.strictObject({ workerId: z.uuid(), heldOn: date, note: optionalLine(4_000).default(''), outcome: z.enum(['suitable', 'later', 'declined']) }),
    output: z.object({ interviewId: z.uuid() }),
    allow: coordinator,
    refusals: ['interview-in-the-future'],
  }),
  'register-worker': write({
    input: z.strictObject({ workerId: z.uuid(), siteId: z.uuid().nullable().default(null) }),
    output: z.object({ number: z.int(), registeredOn: date }),
    allow: coordinator,
    refusals: ['not-an-applicant', 'interview-missing', 'site-unknown'],
  }),
  'change-state': write({
    input: z.strictObject({ workerId: z.uuid(), to: z.enum(['active', 'paused', 'graduated', 'left']), note: optionalLine(1_000).default('') }),
    output: z.object({}),
    allow: ownOrCoordinator,
    refusals: ['state-not-next', 'ask-the-coordinator'],
  }),

  'registration-form': read({
    input: z.strictObject({}),
    output: z.object({
      programmeName: z.string(),
      outline: z.string(),
      operatorName: z.string(),
      operatorContact: z.string(),
      municipalities: z.array(z.object({ id: z.uuid(), name: z.string() })),
      prefectures: z.array(z.string()),
      skills: z.array(z.object({ id: z.uuid(), nameJa: z.string(), nameEn: z.string(), highestLevel: z.int() })),
      consentTextVersion: z.string(),
    }),
    allow: 'anyone',
  }),
  /** The own record of whoever is signed in, before and after being registered. */
  'my-record': read({ input: z.strictObject({}), output: workerOut, allow: 'signed-in' }),
  worker: read({ input: z.strictObject({ workerId: z.uuid() }), output: workerOut, allow: { worker: ['self'], ...readers } }),
  workers: read({ input: z.strictObject(workerFilters), output: z.object({ rows: z.array(workerRow), total: z.int() }), allow: readers }),
  counts: read({
    input: z.strictObject({}),
    output: z.object({
      rows: z.array(
        z.object({
          municipalityId: z.uuid(),
          municipalityName: z.string(),
          everRegistered: z.int(),
          registeredNow: z.int(),
          offeringThisMonth: z.int(),
          applicants: z.int(),
          paused: z.int(),
        }),
      ),
    }),
    allow: readers,
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
    allow: coordinator,
  }),
  blocked: read({
    input: z.strictObject({}),
    output: z.object({
      rows: z.array(
        z.object({
          id: z.uuid(),
          name: z.string(),
          municipalityName: z.string(),
          state: stateSchema,
          registeredOn: date,
          wantedMonthlyYen: z.int(),
          blockers: z.array(z.enum(blockerKeys)),
        }),
      ),
      total: z.int(),
    }),
    allow: coordinator,
  }),
  search: searchRead(['worker'], readers),
  skills: read({
    input: z.strictObject({}),
    output: z.object({ rows: z.array(z.object({ id: z.uuid(), key: z.string(), nameJa: z.string(), nameEn: z.string(), highestLevel: z.int(), workerCount: z.int() })) }),
    allow: { worker: ['self'], leader: ['order'], ...readers, director: ['programme', 'site', 'order'] },
  }),
  banks: read({
    input: z.strictObject({ search: z.string().max(60) }),
    output: z.object({ rows: z.array(z.object({ code: z.string(), name: z.string() })) }),
    allow: 'signed-in',
  }),
  branches: read({
    input: z.strictObject({ bankCode: z.string().regex(/^[0-9]{4}$/), search: z.string().max(60) }),
    output: z.object({ bankName: z.string(), rows: z.array(z.object({ code: z.string(), name: z.string() })) }),
    allow: 'signed-in',
  }),
})
