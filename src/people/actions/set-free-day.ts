import { action, refuse } from '../../platform/action.ts'
import { addDays } from '../../units/calendar-date.ts'
import { contract } from '../contract/index.ts'
import { events } from '../rules/events.ts'
import { lockWorker, setFreeDay as storeFreeDay } from '../store/workers.ts'

/** How far ahead days are said. */
export const farthestDays = 366

/** Other minutes for a single day: 0 is "not today". Nobody is asked for a reason. */
export const setFreeDay = action(contract['set-free-day'], {
  load: ({ db }, { workerId }) => lockWorker(db, workerId),
  run: async (context, { workerId, onDate, minutes }) => {
    if (onDate < context.today) return refuse('day-is-over')
    if (onDate > addDays(context.today, farthestDays)) return refuse('day-too-far')
    await storeFreeDay(context, workerId, onDate, minutes)
    await context.publish(events['free-minutes.changed'], { workerId })
    return {}
  },
})
