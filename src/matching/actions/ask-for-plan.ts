import { action } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { beginPlan, readyForPlan } from './begin-plan.ts'

/** Begins the calculation of a plan; it goes on after the answer and is found under its id. */
export const askForPlan = action(contract['ask-for-plan'], {
  load: async (context) => {
    const ready = await readyForPlan(context)
    return { ...ready, subject: ready.id }
  },
  run: (context, { days, seconds }, { id, openCount }) => beginPlan(context, { id, openCount, days, seconds, refreshesId: null }),
})
