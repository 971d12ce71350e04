import { action, refuse } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { openingFault } from '../rules/opening.ts'
import { holdsAnyRole, insertMembership } from '../store/memberships.ts'
import { chosenOpening, isOpened, leaveEntrance, lockOpening, resembledName, spendOpeningInvitation } from '../store/opening.ts'
import { insertProgramme } from '../store/programme.ts'

/**
 * Opens a programme under an id that the server has chosen, and makes the person its first administrator. Only a person
 * without any role may do so: a colleague who belongs to a programme is invited to another one.
 */
export const createProgramme = action(contract['create-programme'], {
  load: async ({ db, programmeId }) => {
    await lockOpening(db)
    return { subject: programmeId }
  },
  run: async (context, { invitation: token, ...row }) => {
    const { db, programmeId, now } = context
    const userId = context.actor.userId ?? ''
    const opening = chosenOpening()
    if (await holdsAnyRole(db, userId)) return refuse('already-a-member')
    const invitation = token === null ? null : await spendOpeningInvitation(db, token, userId, now)
    const fault = openingFault({ opening, isTaken: await isOpened(db), invitation })
    if (fault !== null) return refuse(fault)
    // Whoever keeps the server answers for the name of those they invite.
    const name = invitation ? null : await resembledName(db, programmeId, [row.name, row.operatorName])
    if (name !== null) return refuse('name-resembles', { name })
    await insertProgramme(context, row)
    if (opening === 'open' && !invitation) await leaveEntrance(db, programmeId)
    await insertMembership(context, { userId, role: 'administrator', scopeKind: 'programme', scopeId: programmeId })
    return { programmeId }
  },
})
