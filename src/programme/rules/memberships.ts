import { roleNames, type RoleName, type ScopeKindName, scopesOf } from './roles.ts'

/** What an administrator can name: the rest (an order, a client, oneself) belongs to areas that give the role themselves. */
const kindsKnownHere: readonly ScopeKindName[] = ['programme', 'municipality', 'site']
/** The roles that are given on the page of roles. */
export const rolesGivenHere = roleNames.filter((role) => scopesOf(role).some((kind) => kindsKnownHere.includes(kind)))

/** Why nobody can give this role for this kind of scope; null when they can. */
export function grantFault(role: RoleName, scopeKind: ScopeKindName): 'workers-register-themselves' | 'scope-does-not-fit' | null {
  const kinds = scopesOf(role)
  if (kinds.includes('self')) return 'workers-register-themselves'
  return kinds.includes(scopeKind) ? null : 'scope-does-not-fit'
}

export const invitationDays = 14

interface InvitationTimes {
  acceptedAt: string | null
  withdrawnAt: string | null
  expiresAt: string
}
type InvitationState = 'open' | 'used' | 'withdrawn' | 'expired'

/** What became of an invitation by an instant. */
export function invitationState(times: InvitationTimes, now: Date): InvitationState {
  if (times.acceptedAt !== null) return 'used'
  if (times.withdrawnAt !== null) return 'withdrawn'
  return Date.parse(times.expiresAt) <= now.getTime() ? 'expired' : 'open'
}
