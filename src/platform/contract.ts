import { z } from 'zod'
import type { Logged } from './facts.ts'

/** Areas to the right add their words: `declare module '…/platform/contract.ts' { interface Roles { worker: true } }`. */
export interface Roles {}
export interface ScopeKinds {}
export type Role = keyof Roles & string
export type ScopeKind = keyof ScopeKinds & string

/** Role → the kinds of scope for which holding the role is enough. A programme scope covers everything in its programme. */
export type RoleTable = Partial<Record<Role, readonly ScopeKind[]>>
/** `anyone`: no sign-in; `signed-in`: no role needed. */
export type Allow = RoleTable | 'anyone' | 'signed-in'

export type Schema = z.ZodObject | z.ZodType

export interface WriteContract<Input extends Schema = Schema, Output extends Schema = Schema, Refusal extends string = string> {
  kind: 'write'
  area: string
  name: string
  input: Input
  output: Output
  allow: Allow
  /** Codes of expected refusals; each has a message in the area's messages under `refusals`. */
  refusals: readonly Refusal[]
  /** The field of the input that a refusal is of, where it is of one; there a form says it. */
  refusedAt: Readonly<Record<string, string | undefined>>
  /** Money moves or rights change: the person must have signed in within the last minutes. */
  fresh: boolean
  /** Money moves, or where it goes changes: only by the person at a screen, never by `kado act` in their name. */
  movesMoney: boolean
  /** It makes a tenant: asked outside any, and the server chooses the id. */
  opensTenant: boolean
  /** What the log says of its fields; one list for an area. */
  logged: Logged['fields']
}

export interface ReadContract<Input extends Schema = Schema, Output extends Schema = Schema> {
  kind: 'read'
  area: string
  name: string
  input: Input
  output: Output
  allow: Allow
}

export type AnyContract = WriteContract | ReadContract
type Unnamed<C> = Omit<C, 'area' | 'name' | 'logged'>

export function write<I extends Schema, O extends Schema, const R extends string = never>(description: {
  input: I
  output: O
  allow: Allow
  refusals?: readonly R[]
  refusedAt?: { readonly [C in NoInfer<R>]?: keyof z.input<NoInfer<I>> & string }
  fresh?: boolean
  movesMoney?: boolean
  opensTenant?: boolean
}): Unnamed<WriteContract<I, O, R>> {
  return {
    kind: 'write',
    refusals: [],
    fresh: false,
    movesMoney: false,
    opensTenant: false,
    ...description,
    refusedAt: description.refusedAt ?? {},
  }
}

export function read<I extends Schema, O extends Schema>(description: { input: I; output: O; allow: Allow }): Unnamed<ReadContract<I, O>> {
  return { kind: 'read', ...description }
}

/** The `search` read of an area: what the header's search finds there, by kind. */
export const searchRead = <const K extends readonly [string, ...string[]]>(kinds: K, allow: RoleTable) =>
  read({
    input: z.strictObject({ text: z.string().trim().min(1).max(100) }),
    output: z.object({ found: z.array(z.object({ kind: z.enum(kinds), id: z.string(), title: z.string(), detail: z.string() })) }),
    allow,
  })

/**
 * Names every entry of an area's contract: `area('orders', { 'accept-offer': write({…}) })['accept-offer'].name`. With the area
 * comes what the log says of the fields of its acts; without it says nothing of them.
 */
export function area<A extends string, const C extends Record<string, Unnamed<WriteContract> | Unnamed<ReadContract>>>(
  of: A | (Logged & { area: A }),
  entries: C,
): { [K in keyof C]: C[K] & { area: A; name: K & string; logged: Logged['fields'] } } {
  const { area: areaName, fields: logged } = typeof of === 'string' ? { area: of, fields: {} } : of
  return Object.fromEntries(
    Object.entries(entries).map(([name, entry]) => [name, { ...entry, area: areaName, name, logged }]),
  ) as unknown as { [K in keyof C]: C[K] & { area: A; name: K & string; logged: Logged['fields'] } }
}

/**
 * Whether what is asked may hold a secret or the name of a person, and so travels in the body: an address is kept by logs,
 * proxies and histories. That is every read with a token, or with a text that somebody types.
 */
export function asksInBody(contract: AnyContract): boolean {
  if (contract.kind === 'write') return true
  const { input } = contract
  return (
    input instanceof z.ZodObject &&
    Object.entries(input.shape).some(([name, field]) => name === 'token' || (name !== 'cursor' && isTypedText(field)))
  )
}

function isTypedText(field: unknown): boolean {
  if (field instanceof z.ZodDefault || field instanceof z.ZodNullable || field instanceof z.ZodOptional) return isTypedText(field.unwrap())
  // A format or a pattern leaves no room for a name.
  return field instanceof z.ZodString && field.format === null && !field.def.checks?.some((each) => each._zod.def.check === 'string_format')
}

/**
 * The HTTP path of a contract entry: POST for writes, GET with `?input=<JSON>` for reads, or POST with the input as the body
 * for those that ask in the body.
 */
export const pathOf = (contract: AnyContract): string => `/api/${contract.area}/${contract.name}`

/** Codes that any write or read may answer with, beside its own refusals. */
export type CommonError =
  | 'unauthenticated'
  | 'not-permitted'
  | 'not-found'
  | 'invalid-input'
  | 'idempotency-conflict'
  | 'already-there'
  | 'sign-in-again'
  | 'other-address'
  | 'too-many-requests'
  | 'unavailable'
  | 'storage-full'
  | 'internal'

export interface Fault {
  /** Path in the input, like `units` or `lines.2.amountYen`; empty for the whole. */
  path: string
  code: string
  /** Limits of the rule that failed, to be put into the message. */
  params?: Record<string, string | number>
}

export interface ErrorBody {
  /** `requestId` stands in the log beside the cause; with each 5xx. */
  error: { code: string; faults?: Fault[]; details?: Record<string, string | number>; requestId?: string }
}

/** A kind of news for one person under the bell, with the facts of which each language makes its sentence. */
export interface NoticeKind<Facts extends z.ZodObject = z.ZodObject> {
  /** Like `orders.offer-made`. */
  kind: string
  facts: Facts
}
export type NoticeKinds = Readonly<Record<string, NoticeKind>>

/** Names the kinds of an area: `noticeKinds('orders', { 'offer-made': z.object({…}) })['offer-made'].kind`. */
export function noticeKinds<A extends string, const K extends Record<string, z.ZodObject>>(
  areaName: A,
  kinds: K,
): { [N in keyof K]: NoticeKind<K[N]> } {
  return Object.fromEntries(Object.entries(kinds).map(([name, facts]) => [name, { kind: `${areaName}.${name}`, facts }])) as unknown as {
    [N in keyof K]: NoticeKind<K[N]>
  }
}

/** One sentence for each kind of news; a missing one is a type error. */
export type NoticeWords<K extends NoticeKinds> = { readonly [N in keyof K]: (facts: z.output<K[N]['facts']>) => string }
