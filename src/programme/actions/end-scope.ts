import type { ActionContext } from '../../platform/action.ts'
import { removeAccount } from '../../platform/auth/remove-account.ts'
import { holdersOfScope, holdsRolesElsewhere, rolesOf } from '../store/memberships.ts'
import { endRole } from './end-role.ts'

/**
 * Ends every role that is held for a scope which is no more, a person's own or a client's, and removes the accounts that served nothing
 * else. Answers the ids of these.
 */
export async function endScope(context: ActionContext, scopeId: string): Promise<string[]> {
  const { db, programmeId } = context
  const removed: string[] = []
  for (const userId of await holdersOfScope(db, programmeId, scopeId)) {
    const roles = await rolesOf(db, programmeId, userId)
    for (const { id, scopeId: held } of roles) if (held === scopeId) await endRole.perform(context, { membershipId: id })
    const servesElse = roles.some(({ scopeId: held }) => held !== scopeId) || (await holdsRolesElsewhere(context, userId))
    if (servesElse) continue
    await removeAccount(db, userId)
    removed.push(userId)
  }
  return removed
}
