import { action } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { events } from '../rules/events.ts'
import { lockWorker, replaceWeek } from '../store/workers.ts'

/** The minutes that a person offers from Monday to Sunday. It is an offer and never a shift: nobody is bound by it. */
export const setFreeMinutes = action(contract['set-free-minutes'], {
  load: ({ db }, { workerId }) => lockWorker(db, workerId),
  run: async (context, { workerId, week }) => {
    await replaceWeek(context, workerId, week)
    await context.publish(events['free-minutes.changed'], { workerId })
    return {}
  },
})
