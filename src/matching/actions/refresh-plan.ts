import { action, refuse } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { planForUpdate } from '../store/plans.ts'
import { beginPlan, readyForPlan } from './begin-plan.ts'

/** Begins a plan that stays as near as it can to one whose facts have changed; what is settled between people and work is obeyed as ever. */
export const refreshPlan = action(contract['refresh-plan'], {
  load: async (context, { planId }) => {
    const plan = await planForUpdate(context.db, planId)
    if (!plan) return null
    const { id, openCount } = await readyForPlan(context)
    return { plan, id, openCount, subject: id }
  },
  run: async (context, { planId }, { plan, id, openCount }) => {
    if (plan.state !== 'proposed' || plan.kind !== 'whole') return refuse('plan-not-open')
    return beginPlan(context, { id, openCount, days: plan.days, seconds: plan.secondsLimit, refreshesId: planId })
  },
})
