import { action, refuse } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { planForUpdate, setPlanState } from '../store/plans.ts'

/** Puts a plan away that nobody was asked by. */
export const discardPlan = action(contract['discard-plan'], {
  load: async ({ db }, { planId }) => {
    const plan = await planForUpdate(db, planId)
    return plan ? { plan, subject: planId } : null
  },
  run: async ({ db, now }, { planId }, { plan }) => {
    if (plan.state === 'running' || plan.state === 'offered') return refuse('plan-in-use')
    await setPlanState(db, planId, 'discarded', now)
    return { planId }
  },
})
