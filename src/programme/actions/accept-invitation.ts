import { action, refuse } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { invitationState } from '../rules/memberships.ts'
import { isRole, isScopeKind } from '../rules/roles.ts'
import { lockInvitationByToken, markAccepted } from '../store/invitations.ts'
import { isMighty, tellOffice } from '../store/access-changes.ts'
import { hasAddress, insertMembership } from '../store/memberships.ts'

const refusalOf = { used: 'invitation-used', withdrawn: 'invitation-withdrawn', expired: 'invitation-expired' } as const

/** Gives the signed-in person, if the invitation was sent to their address, the role of it, once. */
export const acceptInvitation = action(contract['accept-invitation'], {
  load: async ({ db }, { token }) => {
    const invitation = await lockInvitationByToken(db, token)
    return invitation ? { invitation, subject: invitation.id } : null
  },
  run: async (context, _, { invitation }) => {
    const { role, scopeKind, scopeId } = invitation
    const state = invitationState(invitation, context.now)
    if (state !== 'open') return refuse(refusalOf[state])
    // The link alone is not enough: it may have been passed on.
    if (!(await hasAddress(context.db, context.actor.userId ?? '', invitation.email))) return refuse('invitation-for-another')
    if (!isRole(role) || !isScopeKind(scopeKind)) throw new Error(`unknown role ${role} for ${scopeKind}`)
    if (!(await markAccepted(context, invitation.id))) return refuse('invitation-used')
    // Somebody who holds the role already keeps it; the link is used up all the same.
    const userId = context.actor.userId ?? ''
    const given = await insertMembership(context, { userId, role, scopeKind, scopeId })
    if (given !== null && isMighty(role)) await tellOffice(context, userId, 'role')
    return { role }
  },
})
