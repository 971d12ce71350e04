import { action, refuse } from '../../platform/action.ts'
import { allowPasswordReset } from '../../platform/auth/reset-link.ts'
import { contract } from '../contract/index.ts'
import { insertResetLink, tellOffice } from '../store/access-changes.ts'
import { holdsRolesElsewhere, isKnownPerson } from '../store/memberships.ts'

/**
 * Lets a person who forgot the password set a new one within the hour, by a link that the administrator hands over. A
 * person who also belongs to another programme is not helped here: one programme must not open the door to another.
 */
export const makeResetLink = action(contract['make-reset-link'], {
  load: async ({ db, programmeId }, { userId }) => ((await isKnownPerson(db, programmeId, userId)) ? { subject: userId } : null),
  run: async (context, { userId, token }) => {
    if (await holdsRolesElsewhere(context, userId)) return refuse('person-of-other-programmes')
    const allowed = await allowPasswordReset(context.db, userId, token, context.now)
    if (allowed === null) return refuse('token-used')
    await insertResetLink(context, userId)
    await tellOffice(context, userId, 'reset-link')
    return allowed
  },
})
