import type { Allow, Role, RoleTable, ScopeKind } from './contract.ts'

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
  /** Absent for people at a screen and programs at the API. */
  via?: 'command-line'
}

/** Who asks, as far as a decision needs it; the browser decides from the same. */
export type Holder = Pick<Actor, 'userId' | 'grants'>

/** The scopes that a record belongs to. The programme is implied: a grant for the programme covers all of it. */
export type Scopes = Partial<Record<ScopeKind, readonly (string | null)[]>>

export const systemActor: Actor = { userId: 'system', grants: [], fresh: true }

/** The scope kind that covers a whole tenant. */
const whole = 'programme' as ScopeKind

export const coversTenant = (grant: Grant): boolean => grant.scopeKind === whole

/** Whether a list lets in who holds this role for this kind of scope. */
export const admits = (allow: RoleTable, grant: Grant): boolean => allow[grant.role]?.includes(grant.scopeKind) ?? false

/** Whether the person holds any role that the action is open to, whatever the record. */
export function mayTry(actor: Holder, allow: Allow): boolean {
  if (allow === 'anyone') return true
  if (allow === 'signed-in') return actor.userId !== null
  return actor.grants.some((grant) => admits(allow, grant))
}

/** Whether one of those roles is held for a scope that the record is in. */
export function mayActOn(actor: Holder, allow: Allow, scopes: Scopes): boolean {
  if (typeof allow === 'string') return mayTry(actor, allow)
  return actor.grants.some(
    (grant) => admits(allow, grant) && (coversTenant(grant) || (scopes[grant.scopeKind]?.includes(grant.scopeId) ?? false)),
  )
}

export interface Reach {
  /** True when a grant covers the whole programme. */
  everything: boolean
  /** Otherwise the ids by kind of scope, to be put into a list's `where`; with `by` only what those of its roles reach. */
  ids(kind: ScopeKind, by?: RoleTable): string[]
}

/** What a person may see in a list that is open to these roles. */
export function reachOf(actor: Pick<Actor, 'grants'>, allow: Allow): Reach {
  const grants = typeof allow === 'string' ? [] : actor.grants.filter((grant) => admits(allow, grant))
  return {
    everything: grants.some(coversTenant),
    ids: (kind, by) =>
      grants.filter((grant) => grant.scopeKind === kind && (by === undefined || admits(by, grant))).map((grant) => grant.scopeId),
  }
}
