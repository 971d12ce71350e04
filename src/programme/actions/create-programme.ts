import { action, refuse } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { holdsAnyRole, insertMembership } from '../store/memberships.ts'
import { insertProgramme } from '../store/programme.ts'

/**
 * Opens a programme under the id that the request names as its tenant, and makes the person its first administrator.
 * Only a person without any role may do so: a colleague who belongs to a programme is invited to another one.
 */
export const createProgramme = action(contract['create-programme'], {
  load: async ({ programmeId }) => ({ subject: programmeId }),
  run: async (context, input) => {
    const userId = context.actor.userId ?? ''
    if (await holdsAnyRole(context.db, userId)) return refuse('already-a-member')
    const made = await insertProgramme(context, input)
    if (!made) return refuse('programme-exists')
    await insertMembership(context, { userId, role: 'administrator', scopeKind: 'programme', scopeId: context.programmeId })
    return { programmeId: context.programmeId }
  },
})
