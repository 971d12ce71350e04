import { roles, scopesOfRole } from './roles.ts'

export type RoleName = (typeof roles)[number]

/** Whether a role can be held for this kind of scope. */
export function scopeFits(role: RoleName, scopeKind: string): boolean {
  const kinds: readonly string[] = scopesOfRole[role]
  return kinds.includes(scopeKind)
}

export const invitationDays = 14

export interface InvitationTimes {
  acceptedAt: string | null
  withdrawnAt: string | null
  expiresAt: string
}
export type InvitationState = 'open' | 'used' | 'withdrawn' | 'expired'

/** What became of an invitation by an instant. */
export function invitationState(times: InvitationTimes, now: Date): InvitationState {
  if (times.acceptedAt !== null) return 'used'
  if (times.withdrawnAt !== null) return 'withdrawn'
  return Date.parse(times.expiresAt) <= now.getTime() ? 'expired' : 'open'
}
