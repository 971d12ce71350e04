import type { Allow, Role, ScopeKind } from './contract.ts'
import type { Db } from './db/db.ts'

/** A role held for a scope, like director for one order. */
export interface Grant {
  role: Role
  scopeKind: ScopeKind
  scopeId: string
}

export interface Actor {
  /** Null for a visitor; `system` for a reaction of the product itself. */
  userId: string | null
  grants: readonly Grant[]
  /** Signed in (again) within the last minutes. */
  fresh: boolean
}

/** The scopes that a record belongs to. The programme is implied: a grant for the programme covers all of it. */
export type Scopes = Partial<Record<ScopeKind, readonly (string | null)[]>>

export const systemActor: Actor = { userId: 'system', grants: [], fresh: true }

/** The scope kind that covers a whole tenant. */
const whole = 'programme' as ScopeKind

export const coversTenant = (grant: Grant): boolean => grant.scopeKind === whole

/** Whether the person holds any role that the action is open to, whatever the record. */
export function mayTry(actor: Actor, allow: Allow): boolean {
  if (allow === 'anyone') return true
  if (allow === 'signed-in') return actor.userId !== null
  return actor.grants.some((grant) => allow[grant.role]?.includes(grant.scopeKind) ?? false)
}

/** Whether one of those roles is held for a scope that the record is in. */
export function mayActOn(actor: Actor, allow: Allow, scopes: Scopes): boolean {
  if (typeof allow === 'string') return mayTry(actor, allow)
  return actor.grants.some(
    (grant) =>
      (allow[grant.role]?.includes(grant.scopeKind) ?? false) &&
      (grant.scopeKind === whole || (scopes[grant.scopeKind]?.includes(grant.scopeId) ?? false)),
  )
}

export interface Reach {
  /** True when a grant covers the whole programme. */
  everything: boolean
  /** Otherwise the ids by kind of scope, to be put into a list's `where`. */
  ids(kind: ScopeKind): string[]
}

/** What a person may see in a list that is open to these roles. */
export function reachOf(actor: Actor, allow: Allow): Reach {
  const grants = typeof allow === 'string' ? [] : actor.grants.filter((grant) => allow[grant.role]?.includes(grant.scopeKind) ?? false)
  return {
    everything: grants.some((grant) => grant.scopeKind === whole),
    ids: (kind) => grants.filter((grant) => grant.scopeKind === kind).map((grant) => grant.scopeId),
  }
}

type GrantSource = (db: Db, userId: string) => Promise<Grant[]>
let source: GrantSource = async () => []
/** The area that keeps the roles sets where they are read from. */
export const setGrantSource = (read: GrantSource): void => void (source = read)
/** The roles a person holds now in the programme of the transaction. */
export const grantsOf: GrantSource = (db, userId) => source(db, userId)

const rememberMilliseconds = 2_000
const rememberedLimit = 10_000
const remembered = new Map<string, { until: number; grants: Grant[] }>()
/** The same for reads: an ended role may still show a page for two seconds. Writes always ask. */
export async function rememberedGrants(db: Db, programmeId: string, userId: string): Promise<Grant[]> {
  const key = `${programmeId} ${userId}`
  const known = remembered.get(key)
  if (known && known.until > Date.now()) return known.grants
  const grants = await source(db, userId)
  if (remembered.size >= rememberedLimit) remembered.clear()
  remembered.set(key, { until: Date.now() + rememberMilliseconds, grants })
  return grants
}
