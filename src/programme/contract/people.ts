import { z } from 'zod'
import { read, searchRead, write } from '../../platform/contract.ts'
import { pageOf, paging, portionOf } from '../../platform/shapes.ts'
import { administering } from '../rules/who-may.ts'
import { emailAddress } from '../../platform/typed-text.ts'
import { date, roleSchema, scopeKindSchema, token } from './shapes.ts'

const plainValue = z.union([z.string(), z.number(), z.boolean(), z.null()])
const factValue = z.union([plainValue, z.array(z.array(plainValue))])
const fact = z.object({ field: z.string(), kind: z.string(), from: factValue.optional(), to: factValue.optional() })

/** Who holds which role, who is invited, and what everybody did. */
export const peopleEntries = {
  invite: write({
    input: z.strictObject({ email: emailAddress, role: roleSchema, scopeKind: scopeKindSchema, scopeId: z.uuid(), token }),
    output: z.object({ invitationId: z.uuid(), expiresAt: z.iso.datetime() }),
    allow: administering,
    refusals: ['scope-does-not-fit', 'workers-register-themselves', 'token-used'],
    refusedAt: { 'scope-does-not-fit': 'scopeId', 'workers-register-themselves': 'role' },
    fresh: true,
  }),
  'withdraw-invitation': write({
    input: z.strictObject({ invitationId: z.uuid() }),
    output: z.object({}),
    allow: administering,
    refusals: ['invitation-used', 'invitation-withdrawn'],
  }),
  'accept-invitation': write({
    input: z.strictObject({ token }),
    output: z.object({ role: roleSchema }),
    allow: 'signed-in',
    refusals: ['invitation-used', 'invitation-withdrawn', 'invitation-expired', 'invitation-for-another'],
  }),
  'grant-role': write({
    input: z.strictObject({ userId: z.string().min(1).max(100), role: roleSchema, scopeKind: scopeKindSchema, scopeId: z.uuid() }),
    output: z.object({ membershipId: z.uuid() }),
    allow: administering,
    refusals: ['role-held', 'scope-does-not-fit', 'workers-register-themselves'],
    refusedAt: { 'role-held': 'role', 'scope-does-not-fit': 'scopeId', 'workers-register-themselves': 'role' },
    fresh: true,
  }),
  'end-role': write({
    input: z.strictObject({ membershipId: z.uuid() }),
    output: z.object({}),
    allow: administering,
    refusals: ['role-ended', 'last-administrator'],
    fresh: true,
  }),
  'make-reset-link': write({
    input: z.strictObject({ userId: z.string().min(1).max(100), token }),
    output: z.object({ expiresAt: z.iso.datetime() }),
    allow: administering,
    refusals: ['person-of-other-programmes', 'token-used'],
    fresh: true,
  }),
  'raise-limits': write({
    input: z.strictObject({ address: z.string().trim().min(2).max(45) }),
    output: z.object({ until: z.iso.datetime() }),
    allow: administering,
    refusals: ['no-network-address'],
    refusedAt: { 'no-network-address': 'address' },
    fresh: true,
  }),
  'raised-limits': read({
    input: z.strictObject({}),
    output: z.object({ rows: z.array(z.object({ address: z.string(), until: z.iso.datetime(), raisedByName: z.string() })) }),
    allow: administering,
  }),
  search: searchRead(['account'], administering),
  memberships: read({
    input: z.strictObject({ ...paging, search: z.string().max(100).default(''), role: roleSchema.nullable().default(null) }),
    output: pageOf(
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
    allow: administering,
  }),
  invitations: read({
    input: z.strictObject(paging),
    output: portionOf(
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
    allow: administering,
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
    input: z.strictObject({
      ...paging,
      search: z.string().max(100).default(''),
      /** Acts that are found beside the search: whoever shows them in words knows which of them hold the text. */
      acts: z.array(z.string().max(100)).max(200).default([]),
      from: date.nullable().default(null),
      to: date.nullable().default(null),
    }),
    output: portionOf(
      z.object({
        key: z.string(),
        at: z.iso.datetime(),
        userId: z.string().nullable(),
        userName: z.string(),
        action: z.string(),
        /** The record that it is about, by id; null where it is of none. */
        subject: z.string().nullable(),
        /** What was said or changed, and the names of the records in it that have one. */
        facts: z.array(fact),
        names: z.array(z.object({ id: z.string(), kind: z.string(), name: z.string(), nameEn: z.string() })),
        /** Whoever keeps the server acted in the person's name (`kado act`). */
        via: z.enum(['command-line']).nullable(),
      }),
    ),
    allow: administering,
  }),
  'audit-check': read({
    input: z.strictObject({}),
    output: z.object({
      rowCount: z.int(),
      broken: z.array(z.object({ lane: z.int(), seq: z.int(), reason: z.enum(['changed', 'missing', 'added']) })),
    }),
    allow: administering,
  }),
}
