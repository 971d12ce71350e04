import { z } from 'zod'
import { restHoursRange } from '../rules/approval-rest.ts'
import { read, write } from '../../platform/contract.ts'
import { foldCode, typedCode } from '../../platform/typed-text.ts'
import { isMunicipalityCode, municipalityCodeKind } from '../rules/municipality-code.ts'
import { operatorAccountSchema } from '../rules/operator-account.ts'
import { setUpKeys } from '../rules/set-up.ts'
import { accounting, administering, belonging, operating, running } from '../rules/who-may.ts'
import { amount, date, line, optionalLine, token, year } from './shapes.ts'

const municipalityFields = {
  code: z
    .string()
    .overwrite(foldCode)
    .refine((code) => isMunicipalityCode(code), { params: { code: 'municipality-code' }, abort: true })
    .refine((code) => municipalityCodeKind(code) !== 'prefecture', { params: { code: 'prefecture-code' } })
    .refine((code) => municipalityCodeKind(code) !== 'ward', { params: { code: 'ward-code' } })
    .nullable(),
  name: line(60),
  nameEn: optionalLine(80).default(''),
  department: optionalLine(120).default(''),
  isLead: z.boolean().default(false),
  isMember: z.boolean().default(true),
  joinedOn: date,
  leftOn: date.nullable().default(null),
  adoptedOn: date.nullable().default(null),
}

/** A municipality that ended is no member; one that left the programme keeps the code that it had. */
const stillThere = <Shape extends z.ZodRawShape>(schema: z.ZodObject<Shape, z.core.$strict>) =>
  schema.refine(
    ({ code, leftOn }: Record<string, unknown>) => typeof code !== 'string' || leftOn !== null || municipalityCodeKind(code) !== 'ended',
    { path: ['code'], params: { code: 'municipality-ended' } },
  )
const siteFields = {
  municipalityId: z.uuid(),
  name: line(80),
  prefecture: line(10),
  address: optionalLine(200).default(''),
  seats: z.int().min(0).max(10_000),
  securityClass: z.int().min(0).max(3),
  openedOn: date,
  closedOn: date.nullable().default(null),
}
const operatorFields = {
  operatorName: line(120),
  operatorKana: optionalLine(120).default(''),
  operatorAddress: optionalLine(200).default(''),
  operatorContact: optionalLine(200).default(''),
  operatorRepresentative: optionalLine(80).default(''),
  operatorInvoiceNumber: typedCode(/^T[1-9][0-9]{12}$/).nullable(),
  bankAccount: operatorAccountSchema.nullable(),
  payDay: z.int().min(1).max(31),
  /** Bank days from handing in a bank file to the day on which it pays. */
  transferLeadDays: z.int().min(0).max(10).default(1),
  /** For how many days two persons open closed books again. */
  reopeningDays: z.int().min(1).max(31).default(7),
}
const programmeFields = {
  name: line(120),
  outline: optionalLine(4_000).default(''),
  firstFiscalYear: year,
  lastFiscalYear: year,
  grantName: optionalLine(120).default(''),
  grantNumerator: z.int().min(0).max(100),
  grantDenominator: z.int().min(1).max(100),
}
const inOrder = <S extends z.ZodObject<{ firstFiscalYear: z.ZodType<number>; lastFiscalYear: z.ZodType<number> }>>(schema: S) =>
  schema.refine((years) => Number(years['firstFiscalYear']) <= Number(years['lastFiscalYear']), {
    path: ['lastFiscalYear'],
    params: { code: 'years-reversed' },
  })

const shareSchema = z
  .strictObject({ municipalityId: z.uuid(), costYen: amount, eligibleYen: amount, grantYen: amount })
  .refine((share) => share.eligibleYen <= share.costYen, { path: ['eligibleYen'], params: { code: 'above-cost' } })
  .refine((share) => share.grantYen <= share.eligibleYen, { path: ['grantYen'], params: { code: 'above-eligible' } })

const municipalityOut = z.object({
  id: z.uuid(),
  code: z.string().nullable(),
  name: z.string(),
  nameEn: z.string(),
  department: z.string(),
  isLead: z.boolean(),
  isMember: z.boolean(),
  joinedOn: date,
  leftOn: date.nullable(),
  adoptedOn: date.nullable(),
})
const siteOut = z.object({
  id: z.uuid(),
  municipalityId: z.uuid(),
  municipalityName: z.string(),
  name: z.string(),
  prefecture: z.string(),
  address: z.string(),
  seats: z.int(),
  securityClass: z.int(),
  openedOn: date,
  closedOn: date.nullable(),
})
const programmeOut = z.object({
  id: z.uuid(),
  name: z.string(),
  outline: z.string(),
  firstFiscalYear: z.int(),
  lastFiscalYear: z.int(),
  grantName: z.string(),
  grantNumerator: z.int(),
  grantDenominator: z.int(),
  operatorName: z.string(),
  operatorKana: z.string(),
  operatorAddress: z.string(),
  operatorContact: z.string(),
  operatorRepresentative: z.string(),
  operatorInvoiceNumber: z.string().nullable(),
  payDay: z.int(),
  transferLeadDays: z.int(),
  reopeningDays: z.int(),
  secondFactorRequired: z.boolean(),
  isDemo: z.boolean(),
})

/** A name that could be taken for another's leaves the entrance until whoever keeps the server puts it there again. */
const renamed = z.object({ heldBack: z.boolean() })

/** What a programme is made of: its operator, municipalities, sites, years and wages. */
export const frameEntries = {
  'create-programme': write({
    input: inOrder(
      z.strictObject({
        name: line(120),
        operatorName: line(120),
        firstFiscalYear: year,
        lastFiscalYear: year,
        /** The secret of a link by which whoever keeps the server invites to open one. */
        invitation: token.nullable().default(null),
      }),
    ),
    output: z.object({ programmeId: z.uuid() }),
    allow: 'signed-in',
    refusals: ['already-a-member', 'opening-closed', 'opening-invitation-invalid', 'name-resembles'],
    refusedAt: { 'name-resembles': 'name', 'opening-invitation-invalid': 'invitation' },
    opensTenant: true,
  }),
  'change-programme': write({ input: inOrder(z.strictObject(programmeFields)), output: renamed, allow: administering }),
  'change-operator': write({ input: z.strictObject(operatorFields), output: renamed, allow: administering, fresh: true, movesMoney: true }),
  'require-second-factor': write({
    input: z.strictObject({ required: z.boolean() }),
    output: z.object({}),
    allow: administering,
    refusals: ['own-second-factor-missing'],
    fresh: true,
  }),
  /** How long an account that somebody else may have changed approves no money alone. A shorter time counts when the longer has passed. */
  'set-approval-rest': write({
    input: z.strictObject({ hours: z.int().min(restHoursRange.least).max(restHoursRange.most) }),
    output: z.object({ hoursNow: z.int() }),
    allow: administering,
    fresh: true,
    movesMoney: true,
  }),
  'approval-rest': read({
    input: z.strictObject({}),
    /** What was set last, and what is in force. */
    output: z.object({ hours: z.int(), hoursNow: z.int() }),
    allow: administering,
  }),
  'add-municipality': write({
    input: stillThere(z.strictObject(municipalityFields)),
    output: z.object({ municipalityId: z.uuid() }),
    allow: administering,
    refusals: ['municipality-known', 'lead-known'],
    refusedAt: { 'municipality-known': 'code', 'lead-known': 'isLead' },
  }),
  'change-municipality': write({
    input: stillThere(z.strictObject({ municipalityId: z.uuid(), ...municipalityFields })),
    output: z.object({}),
    allow: administering,
    refusals: ['municipality-known', 'lead-known'],
    refusedAt: { 'municipality-known': 'code', 'lead-known': 'isLead' },
  }),
  'add-site': write({
    input: z.strictObject(siteFields),
    output: z.object({ siteId: z.uuid() }),
    allow: administering,
    refusals: ['site-known'],
    refusedAt: { 'site-known': 'name' },
  }),
  'change-site': write({
    input: z.strictObject({ siteId: z.uuid(), ...siteFields }),
    output: z.object({}),
    allow: administering,
    refusals: ['site-known'],
    refusedAt: { 'site-known': 'name' },
  }),
  'set-year-cost': write({
    input: z.strictObject({
      fiscalYear: year,
      costYen: amount,
      position: optionalLine(60).default(''),
      content: optionalLine(4_000).default(''),
      shares: z.array(shareSchema).max(100),
    }),
    output: z.object({}),
    allow: administering,
    refusals: ['outside-the-programme', 'shares-differ', 'share-twice', 'share-of-no-member'],
    refusedAt: {
      'outside-the-programme': 'fiscalYear',
      'shares-differ': 'shares',
      'share-twice': 'shares',
      'share-of-no-member': 'shares',
    },
  }),
  'record-minimum-wage': write({
    input: z.strictObject({ prefecture: line(10), validFrom: date, hourlyYen: z.int().min(100).max(100_000) }),
    output: z.object({}),
    allow: running,
  }),
  entrance: read({
    input: z.strictObject({}),
    output: z.object({
      id: z.uuid(),
      name: z.string(),
      outline: z.string(),
      operatorName: z.string(),
      operatorContact: z.string(),
      isDemo: z.boolean(),
    }),
    allow: 'anyone',
  }),
  programme: read({ input: z.strictObject({}), output: programmeOut, allow: belonging }),
  'operator-account': read({
    input: z.strictObject({}),
    output: z.object({ bankAccount: operatorAccountSchema.nullable() }),
    allow: operating,
  }),
  municipalities: read({ input: z.strictObject({}), output: z.object({ rows: z.array(municipalityOut) }), allow: belonging }),
  sites: read({ input: z.strictObject({}), output: z.object({ rows: z.array(siteOut) }), allow: belonging }),
  years: read({
    input: z.strictObject({}),
    output: z.object({
      rows: z.array(
        z.object({
          fiscalYear: z.int(),
          costYen: z.int().nullable(),
          position: z.string(),
          content: z.string(),
          shares: z.array(
            z.object({ municipalityId: z.uuid(), municipalityName: z.string(), costYen: z.int(), eligibleYen: z.int(), grantYen: z.int() }),
          ),
        }),
      ),
    }),
    allow: accounting,
  }),
  'minimum-wages': read({
    input: z.strictObject({}),
    output: z.object({ rows: z.array(z.object({ prefecture: z.string(), validFrom: date, hourlyYen: z.int() })) }),
    allow: belonging,
  }),
  'set-up': read({
    input: z.strictObject({}),
    output: z.object({ items: z.array(z.object({ key: z.enum(setUpKeys), done: z.boolean(), count: z.int() })) }),
    allow: administering,
  }),
}
