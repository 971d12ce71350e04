import { emailAddress, foldPhone } from '../platform/typed-text.ts'
import { z } from 'zod'
import { area, read, searchRead, write } from '../platform/contract.ts'
import { logged } from './rules/logged.ts'
import { pageOf, paging } from '../platform/shapes.ts'
import { administering } from '../programme/rules/who-may.ts'
import { knowingClients, selling } from './rules/who-may.ts'

const line = z.string().trim().max(200)
const clientFields = {
  name: line.min(1),
  nameKana: line,
  postalAddress: z.string().trim().max(300),
  contactName: line,
  contactEmail: z.union([z.literal(''), emailAddress]),
  contactPhone: z.string().overwrite(foldPhone).max(30),
  paymentTerms: z.string().trim().max(500),
  /** Days from the invoice to the client's payment. */
  paymentDueDays: z.int().min(1).max(120),
  isPublicBody: z.boolean(),
  note: z.string().trim().max(2_000),
}

/** Hours are whole minutes; amounts are yen without tax. */
export const contract = area(logged, {
  'record-client': write({
    input: z.strictObject(clientFields),
    output: z.object({ clientId: z.uuid() }),
    allow: selling,
    refusals: ['client-name-taken'],
    refusedAt: { 'client-name-taken': 'name' },
  }),
  'change-client': write({
    input: z.strictObject({ clientId: z.uuid(), ...clientFields }),
    output: z.object({ clientId: z.uuid() }),
    allow: selling,
    refusals: ['client-name-taken'],
    refusedAt: { 'client-name-taken': 'name' },
  }),
  /** Nothing is done any more with a client: from this day on the time runs for which its people are kept. */
  'end-client': write({
    input: z.strictObject({ clientId: z.uuid() }),
    output: z.object({ endedOn: z.iso.date() }),
    allow: selling,
    refusals: ['client-ended', 'client-still-bound'],
  }),
  'resume-client': write({
    input: z.strictObject({ clientId: z.uuid() }),
    output: z.object({}),
    allow: selling,
    refusals: ['client-not-ended'],
  }),
  'anonymise-client': write({
    input: z.strictObject({ clientId: z.uuid() }),
    output: z.object({ until: z.iso.date() }),
    allow: administering,
    refusals: ['client-not-ended', 'client-kept-by-law', 'client-anonymised'],
    fresh: true,
  }),
  /** Clients with whom nothing is done any more: what is kept of their people, until when, and where they were erased. */
  'ended-clients': read({
    input: z.strictObject({ waiting: z.boolean().default(false), ...paging }),
    output: pageOf(
      z.object({
        id: z.uuid(),
        name: z.string(),
        endedOn: z.iso.date(),
        keptUntil: z.iso.date(),
        papers: z.int(),
        erasedPapers: z.int(),
        erasedRows: z.int(),
        erasedOn: z.iso.date().nullable(),
      }),
    ),
    allow: administering,
  }),
  clients: read({
    input: z.strictObject({
      ...paging,
      search: z.string().trim().max(100).default(''),
      kind: z.enum(['all', 'company', 'public-body']).default('all'),
    }),
    output: pageOf(z.object({ id: z.uuid(), name: z.string(), nameKana: z.string(), contactName: z.string(), isPublicBody: z.boolean() })),
    allow: knowingClients,
  }),
  search: searchRead(['client'], knowingClients),
  client: read({
    input: z.strictObject({ clientId: z.uuid() }),
    output: z.object({ id: z.uuid(), ...clientFields, contactEmail: z.string(), endedOn: z.iso.date().nullable() }),
    allow: knowingClients,
  }),
  /** The free hours of the people who can work, for the coming four weeks from today. */
  capacity: read({
    input: z.strictObject({}),
    output: z.object({
      workerCount: z.int(),
      weeks: z.array(z.object({ from: z.iso.date(), to: z.iso.date(), freeMinutes: z.int() })),
      skills: z.array(z.object({ id: z.uuid(), nameJa: z.string(), nameEn: z.string(), workerCount: z.int(), freeMinutes: z.int() })),
    }),
    allow: knowingClients,
  }),
})

export type ClientFields = Omit<z.output<(typeof contract)['record-client']['input']>, never>
