import { action, refuse } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { lockInvitation, markWithdrawn } from '../store/invitations.ts'

export const withdrawInvitation = action(contract['withdraw-invitation'], {
  load: async ({ db }, { invitationId }) => {
    const invitation = await lockInvitation(db, invitationId)
    return invitation ? { invitation, subject: invitationId } : null
  },
  run: async (context, { invitationId }, { invitation }) => {
    if (invitation.acceptedAt !== null) return refuse('invitation-used')
    if (!(await markWithdrawn(context, invitationId))) return refuse('invitation-withdrawn')
    return {}
  },
})
