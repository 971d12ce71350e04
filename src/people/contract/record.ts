import { z } from 'zod'
import { read, searchRead, write } from '../../platform/contract.ts'
import { pageOf, paging } from '../../platform/shapes.ts'
import { blockers, type Blocker } from '../rules/blockers.ts'
import { consentPurposes } from '../rules/consents.ts'
import { workerStates } from '../rules/states.ts'
import { caring, keepingRecord, knowingPeople, working, recordingAbsence } from '../rules/who-may.ts'
import {
  accountType,
  date,
  dayMinutes,
  equipmentSchema,
  evidenceSchema,
  lineSpeed,
  profileFields,
  stateSchema,
  week,
  wishFields,
  withinCeiling,
} from './shapes.ts'

export const blockerKeys = Object.keys(blockers).filter((key): key is Blocker => key in blockers)
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
  id: z.uuid(),
  bankCode: z.string(),
  bankName: z.string(),
  branchCode: z.string(),
  branchName: z.string(),
  accountType,
  accountNumber: z.string(),
  holderKana: z.string(),
  /** Why the account is somebody else's; empty for one's own. */
  holderReason: z.string(),
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
  interviews: z
    .array(
      z.object({
        id: z.uuid(),
        heldOn: date,
        heldByName: z.string(),
        note: z.string(),
        outcome: z.enum(['suitable', 'later', 'declined']),
      }),
    )
    .nullable(),
  changes: z.array(z.object({ from: stateSchema, to: stateSchema, changedOn: date, changedByName: z.string(), note: z.string() })),
  consents: z.array(z.object({ purpose: z.enum(consentPurposes), textVersion: z.string(), givenAt: z.iso.datetime() })),
})
const workerFilters = {
  search: z.string().max(100).default(''),
  states: z.array(stateSchema).max(workerStates.length).default([]),
  municipalityIds: z.array(z.uuid()).max(100).default([]),
  skillIds: z.array(z.uuid()).max(50).default([]),
  sort: z.enum(['kana', 'number', 'municipality', 'state', 'registeredOn', 'appliedOn', 'weekMinutes']).default('kana'),
  descending: z.boolean().default(false),
  page: z.int().min(1).max(10_000).default(1),
  limit: z.int().min(1).max(200).default(50),
}

export const recordEntries = {
  'change-profile': write({
    input: z.strictObject({ workerId: z.uuid(), ...profileFields, siteId: z.uuid().nullable() }),
    output: z.object({}),
    allow: keepingRecord,
    refusals: ['municipality-takes-no-part', 'site-unknown'],
    refusedAt: { 'municipality-takes-no-part': 'municipalityId', 'site-unknown': 'siteId' },
  }),
  'change-wishes': write({
    input: withinCeiling(z.strictObject({ workerId: z.uuid(), ...wishFields })),
    output: z.object({}),
    allow: keepingRecord,
  }),
  'set-free-minutes': write({ input: z.strictObject({ workerId: z.uuid(), week }), output: z.object({}), allow: keepingRecord }),
  'set-free-day': write({
    // Null takes the exception away, so that the weekly pattern counts again.
    input: z.strictObject({ workerId: z.uuid(), onDate: date, minutes: dayMinutes.nullable() }),
    output: z.object({}),
    allow: keepingRecord,
    refusals: ['day-is-over', 'day-too-far'],
    refusedAt: { 'day-is-over': 'onDate', 'day-too-far': 'onDate' },
  }),
  /** Other minutes for a range of days, on some weekdays, every n weeks. Null takes the exceptions away. */
  'set-free-days': write({
    input: z.strictObject({
      workerId: z.uuid(),
      firstOn: date,
      lastOn: date,
      /** 1 is Monday. */
      weekdays: z.array(z.int().min(1).max(7)).min(1).max(7).default([1, 2, 3, 4, 5, 6, 7]),
      everyWeeks: z.int().min(1).max(8).default(1),
      minutes: dayMinutes.nullable(),
    }),
    output: z.object({ dayCount: z.int() }),
    allow: recordingAbsence,
    refusals: ['day-is-over', 'day-too-far', 'no-day-in-range'],
  }),
  'change-equipment': write({
    input: z.strictObject({ workerId: z.uuid(), equipment: equipmentSchema, lineSpeedMbps: lineSpeed }),
    output: z.object({}),
    allow: keepingRecord,
  }),
  'declare-employees': write({
    input: z.strictObject({ workerId: z.uuid(), usesEmployees: z.boolean() }),
    output: z.object({}),
    allow: keepingRecord,
  }),
  /** The own record of whoever is signed in, before and after being registered. */
  'my-record': read({ input: z.strictObject({}), output: workerOut, allow: 'signed-in' }),
  worker: read({ input: z.strictObject({ workerId: z.uuid() }), output: workerOut, allow: { ...working, ...knowingPeople } }),
  workers: read({
    input: z.strictObject(workerFilters),
    output: z.object({ rows: z.array(workerRow), total: z.int() }),
    allow: knowingPeople,
  }),
  search: searchRead(['worker'], knowingPeople),
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
          workedThisYear: z.int(),
          earnedThisYear: z.int(),
          workingNow: z.int(),
        }),
      ),
    }),
    allow: knowingPeople,
  }),
  /** People without work: who they are, what stands in the way, first what is best removed first, and the work nearest to them. */
  blocked: read({
    input: z.strictObject({
      search: z.string().max(100).default(''),
      blockers: z.array(z.enum(blockerKeys)).max(20).default([]),
      municipalityIds: z.array(z.uuid()).max(100).default([]),
      ...paging,
    }),
    output: pageOf(
      z.object({
        id: z.uuid(),
        name: z.string(),
        municipalityName: z.string(),
        state: stateSchema,
        registeredOn: date,
        wantedMonthlyYen: z.int(),
        blockers: z.array(z.enum(blockerKeys)),
        title: z.string().nullable(),
      }),
    ),
    allow: caring,
  }),
}
