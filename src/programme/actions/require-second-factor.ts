import { action, refuse } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { hasSecondFactor } from '../store/memberships.ts'
import { lockProgramme, updateProgramme } from '../store/programme.ts'

/** Asks office and administrators for a second factor. Whoever has none cannot ask it of others: they would lock themselves out. */
export const requireSecondFactor = action(contract['require-second-factor'], {
  load: async ({ db, programmeId }) => {
    const programme = await lockProgramme(db, programmeId)
    return programme ? { subject: programmeId, before: { required: programme.secondFactorRequired } } : null
  },
  run: async (context, input) => {
    if (input.required && !(await hasSecondFactor(context.db, context.actor.userId ?? ''))) return refuse('own-second-factor-missing')
    await updateProgramme(context, { secondFactorRequired: input.required })
    return {}
  },
})
