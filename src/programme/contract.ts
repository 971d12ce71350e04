import { z } from 'zod'
import { area, read, write } from '../platform/contract.ts'
import { isMunicipalityCode } from './rules/municipality-code.ts'
import { operatorAccountSchema } from './rules/operator-account.ts'
import { roles } from './rules/roles.ts'
import { setUpKeys } from './rules/set-up.ts'

const administrator = { administrator: ['programme'] } as const
/** Everybody who holds a role sees what the programme is: its name, members, sites and costs are public matters. */
const members = {
  worker: ['self'],
  leader: ['order'],
  director: ['programme', 'site', 'order'],
  coordinator: ['programme', 'municipality'],
  sales: ['programme'],
  office: ['programme'],
  client: ['client'],
  officer: ['municipality'],
  committee: ['municipality'],
  administrator: ['programme'],
} as const

const line = (longest: number) => z.string().trim().min(1).max(longest)
const optionalLine = (longest: number) => z.string().trim().max(longest)
const date = z.iso.date()
const year = z.int().min(2000).max(2100)
const amount = z.int().min(0).max(999_999_999_999)
export const roleSchema = z.enum(roles)
export const scopeKindSchema = z.enum(['programme', 'municipality', 'site', 'order', 'client', 'self'])
/** Made by the browser that shows the link; only its hash is ever stored, here and in the memory of requests. */
const token = z.string().regex(/^[A-Za-z0-9_-]{43}$/)

const municipalityFields = {
  code: z
    .string()
    .refine((code) => isMunicipalityCode(code), { params: { code: 'municipality-code' } })
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
  operatorInvoiceNumber: z
    .string()
    .regex(/^T[1-9][0-9]{12}$/)
    .nullable(),
  bankAccount: operatorAccountSchema.nullable(),
  payDay: z.int().min(1).max(31),
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
  secondFactorRequired: z.boolean(),
  isDemo: z.boolean(),
})
const paging = { cursor: z.string().max(200).nullable().default(null), limit: z.int().min(1).max(200).default(50) }

export const contract = area('programme', {
  'create-programme': write({
    input: inOrder(z.strictObject({ name: line(120), operatorName: line(120), firstFiscalYear: year, lastFiscalYear: year })),
    output: z.object({ programmeId: z.uuid() }),
    allow: 'signed-in',
    refusals: ['already-a-member', 'programme-exists'],
  }),
  'change-programme': write({ input: inOrder(z.strictObject(programmeFields)), output: z.object({}), allow: administrator }),
  'change-operator': write({ input: z.strictObject(operatorFields), output: z.object({}), allow: administrator, fresh: true }),
  'require-second-factor': write({
    input: z.strictObject({ required: z.boolean() }),
    output: z.object({}),
    allow: administrator,
    refusals: ['own-second-factor-missing'],
    fresh: true,
  }),
  'add-municipality': write({
    input: z.strictObject(municipalityFields),
    output: z.object({ municipalityId: z.uuid() }),
    allow: administrator,
    refusals: ['municipality-known', 'lead-known'],
  }),
  'change-municipality': write({
    input: z.strictObject({ municipalityId: z.uuid(), ...municipalityFields }),
    output: z.object({}),
    allow: administrator,
    refusals: ['municipality-known', 'lead-known'],
  }),
  'add-site': write({
    input: z.strictObject(siteFields),
    output: z.object({ siteId: z.uuid() }),
    allow: administrator,
    refusals: ['site-known'],
  }),
  'change-site': write({
    input: z.strictObject({ siteId: z.uuid(), ...siteFields }),
    output: z.object({}),
    allow: administrator,
    refusals: ['site-known'],
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
    allow: administrator,
    refusals: ['outside-the-programme', 'shares-differ', 'share-twice', 'share-of-no-member'],
  }),
  'record-minimum-wage': write({
    input: z.strictObject({ prefecture: line(10), validFrom: date, hourlyYen: z.int().min(100).max(100_000) }),
    output: z.object({}),
    allow: { administrator: ['programme'], director: ['programme'], office: ['programme'] },
  }),
  invite: write({
    input: z.strictObject({ email: z.email().max(200), role: roleSchema, scopeKind: scopeKindSchema, scopeId: z.uuid(), token }),
    output: z.object({ invitationId: z.uuid(), expiresAt: z.iso.datetime() }),
    allow: administrator,
    refusals: ['scope-does-not-fit', 'workers-register-themselves', 'token-used'],
    fresh: true,
  }),
  'withdraw-invitation': write({
    input: z.strictObject({ invitationId: z.uuid() }),
    output: z.object({}),
    allow: administrator,
    refusals: ['invitation-used', 'invitation-withdrawn'],
  }),
  'accept-invitation': write({
    input: z.strictObject({ token }),
    output: z.object({ role: roleSchema }),
    allow: 'signed-in',
    refusals: ['invitation-used', 'invitation-withdrawn', 'invitation-expired'],
  }),
  'grant-role': write({
    input: z.strictObject({ userId: z.string().min(1).max(100), role: roleSchema, scopeKind: scopeKindSchema, scopeId: z.uuid() }),
    output: z.object({ membershipId: z.uuid() }),
    allow: administrator,
    refusals: ['role-held', 'scope-does-not-fit', 'workers-register-themselves'],
    fresh: true,
  }),
  'end-role': write({
    input: z.strictObject({ membershipId: z.uuid() }),
    output: z.object({}),
    allow: administrator,
    refusals: ['role-ended', 'last-administrator'],
    fresh: true,
  }),
  'make-reset-link': write({
    input: z.strictObject({ userId: z.string().min(1).max(100), token }),
    output: z.object({ expiresAt: z.iso.datetime() }),
    allow: administrator,
    refusals: ['person-of-other-programmes', 'token-used'],
    fresh: true,
  }),

  entrance: read({
    input: z.strictObject({}),
    output: z.object({ id: z.uuid(), name: z.string(), outline: z.string(), operatorName: z.string(), operatorContact: z.string(), isDemo: z.boolean() }),
    allow: 'anyone',
  }),
  programme: read({ input: z.strictObject({}), output: programmeOut, allow: members }),
  'operator-account': read({
    input: z.strictObject({}),
    output: z.object({ bankAccount: operatorAccountSchema.nullable() }),
    allow: { administrator: ['programme'], office: ['programme'] },
  }),
  municipalities: read({ input: z.strictObject({}), output: z.object({ rows: z.array(municipalityOut) }), allow: members }),
  sites: read({ input: z.strictObject({}), output: z.object({ rows: z.array(siteOut) }), allow: members }),
  years: read({
    input: z.strictObject({}),
    output: z.object({
      rows: z.array(
        z.object({
          fiscalYear: z.int(),
          costYen: z.int().nullable(),
          position: z.string(),
          content: z.string(),
          shares: z.array(z.object({ municipalityId: z.uuid(), municipalityName: z.string(), costYen: z.int(), eligibleYen: z.int(), grantYen: z.int() })),
        }),
      ),
    }),
    allow: {
      administrator: ['programme'],
      office: ['programme'],
      director: ['programme'],
      sales: ['programme'],
      coordinator: ['programme', 'municipality'],
      officer: ['municipality'],
      committee: ['municipality'],
    },
  }),
  'minimum-wages': read({
    input: z.strictObject({}),
    output: z.object({ rows: z.array(z.object({ prefecture: z.string(), validFrom: date, hourlyYen: z.int() })) }),
    allow: members,
  }),
  'set-up': read({
    input: z.strictObject({}),
    output: z.object({ items: z.array(z.object({ key: z.enum(setUpKeys), done: z.boolean(), count: z.int() })) }),
    allow: administrator,
  }),
  memberships: read({
    input: z.strictObject({ ...paging, search: z.string().max(100).default(''), role: roleSchema.nullable().default(null) }),
    output: z.object({
      rows: z.array(
        z.object({
          id: z.uuid(),
          userId: z.string(),
          name: z.string(),
          email: z.string(),
          secondFactor: z.boolean(),
          role: roleSchema,
          scopeKind: scopeKindSchema,
          scopeId: z.uuid(),
          scopeName: z.string(),
          grantedAt: z.iso.datetime(),
          grantedByName: z.string(),
        }),
      ),
      next: z.string().nullable(),
      total: z.int(),
    }),
    allow: administrator,
  }),
  invitations: read({
    input: z.strictObject(paging),
    output: z.object({
      rows: z.array(
        z.object({
          id: z.uuid(),
          email: z.string(),
          role: roleSchema,
          scopeKind: scopeKindSchema,
          scopeName: z.string(),
          state: z.enum(['open', 'used', 'withdrawn', 'expired']),
          createdAt: z.iso.datetime(),
          expiresAt: z.iso.datetime(),
        }),
      ),
      next: z.string().nullable(),
    }),
    allow: administrator,
  }),
  invitation: read({
    input: z.strictObject({ token }),
    output: z.object({
      programmeName: z.string(),
      operatorName: z.string(),
      email: z.string(),
      role: roleSchema,
      scopeName: z.string(),
      state: z.enum(['open', 'used', 'withdrawn', 'expired']),
      expiresAt: z.iso.datetime(),
    }),
    allow: 'anyone',
  }),
  'audit-log': read({
    input: z.strictObject({ ...paging, search: z.string().max(100).default(''), from: date.nullable().default(null), to: date.nullable().default(null) }),
    output: z.object({
      rows: z.array(
        z.object({
          key: z.string(),
          at: z.iso.datetime(),
          userId: z.string().nullable(),
          userName: z.string(),
          action: z.string(),
          subject: z.string().nullable(),
        }),
      ),
      next: z.string().nullable(),
    }),
    allow: administrator,
  }),
  'audit-check': read({
    input: z.strictObject({}),
    output: z.object({
      rowCount: z.int(),
      broken: z.array(z.object({ lane: z.int(), seq: z.int(), reason: z.enum(['changed', 'missing', 'added']) })),
    }),
    allow: administrator,
  }),
})
