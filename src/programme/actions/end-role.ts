import { action, refuse } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { endMembership, lockAdministrators, lockMembership } from '../store/memberships.ts'

/** Ends a role from this moment on. The last administrator stays, or nobody could ever give a role again. */
export const endRole = action(contract['end-role'], {
  load: async ({ db, programmeId }, { membershipId }) => {
    // The administrators are locked first and in one order, whichever role is ended, so that two requests cannot deadlock.
    const administrators = await lockAdministrators(db, programmeId)
    const membership = await lockMembership(db, programmeId, membershipId)
    if (!membership) return null
    const { role, scopeKind, scopeId, userId } = membership
    return { membership, administrators, before: { role }, also: { role: null, scopeKind, scopeId }, subject: userId }
  },
  run: async (context, { membershipId }, { membership, administrators }) => {
    if (membership.endedAt !== null) return refuse('role-ended')
    if (membership.role === 'administrator' && administrators.every((each) => each.id === membershipId)) return refuse('last-administrator')
    await endMembership(context, membershipId)
    return {}
  },
})
