import { action, refuse } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { grantFault } from '../rules/memberships.ts'
import { insertInvitation } from '../store/invitations.ts'
import { scopeExists } from '../store/memberships.ts'

/**
 * Invites a person to a role by a link that holds a secret. The secret comes from the browser that shows the link, so that
 * neither the database nor the memory of repeated requests ever holds it.
 */
export const invite = action(contract.invite, {
  load: async (context, { scopeKind, scopeId }) => ((await scopeExists(context, scopeKind, scopeId)) ? {} : null),
  run: async (context, input) => {
    const fault = grantFault(input.role, input.scopeKind)
    if (fault !== null) return refuse(fault)
    const invitation = await insertInvitation(context, input)
    if (!invitation) return refuse('token-used')
    return { invitationId: invitation.id, expiresAt: invitation.expiresAt }
  },
})
