import { action, refuse } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { askToStop, planForUpdate } from '../store/plans.ts'

/** Ends the calculation; the best plan so far is kept. */
export const stopPlan = action(contract['stop-plan'], {
  load: async ({ db }, { planId }) => {
    const plan = await planForUpdate(db, planId)
    return plan ? { subject: planId } : null
  },
  run: async ({ db, now }, { planId }) => ((await askToStop(db, planId, now)) ? { planId } : refuse('not-running')),
})
