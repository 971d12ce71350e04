import { action, refuse, type ActionContext } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { grantFault } from '../rules/memberships.ts'
import { isMighty, tellOffice } from '../store/access-changes.ts'
import { insertMembership, isKnownPerson, scopeExists, type NewRole } from '../store/memberships.ts'

/** For areas to the right, whose own action decides who gets a role: somebody who applies becomes a worker for themself. */
export const giveRole = (context: ActionContext, role: NewRole): Promise<string | null> => insertMembership(context, role)

/** Gives one more role to a person of the programme. Strangers are invited, so that nobody can look for accounts here. */
export const grantRole = action(contract['grant-role'], {
  load: async (context, { userId, scopeKind, scopeId }) => {
    const known = (await isKnownPerson(context.db, context.programmeId, userId)) && (await scopeExists(context, scopeKind, scopeId))
    return known ? { subject: userId } : null
  },
  run: async (context, input) => {
    const fault = grantFault(input.role, input.scopeKind)
    if (fault !== null) return refuse(fault)
    const membershipId = await insertMembership(context, input)
    if (membershipId === null) return refuse('role-held')
    if (isMighty(input.role)) await tellOffice(context, input.userId, 'role')
    return { membershipId }
  },
})
