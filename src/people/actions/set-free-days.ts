import { action, refuse } from '../../platform/action.ts'
import { notify } from '../../platform/notifications/notifications.ts'
import { addDays } from '../../units/calendar-date.ts'
import { contract } from '../contract/index.ts'
import { daysOfRange } from '../rules/day-range.ts'
import { events } from '../rules/events.ts'
import { notices } from '../rules/notices.ts'
import { nameOf } from '../store/notices.ts'
import { lockWorker, setFreeDay } from '../store/workers.ts'
import { farthestDays } from './set-free-day.ts'

/**
 * Other minutes for many days at once: a holiday, an illness, every second Wednesday. Whoever looks after somebody's work may
 * record an absence for them; the person is told, and nobody is asked for a reason.
 */
export const setFreeDays = action(contract['set-free-days'], {
  load: ({ db }, { workerId }) => lockWorker(db, workerId),
  run: async (context, { workerId, minutes, ...range }, { worker }) => {
    if (range.firstOn < context.today) return refuse('day-is-over')
    if (range.lastOn > addDays(context.today, farthestDays)) return refuse('day-too-far')
    const days = daysOfRange(range)
    if (days.length === 0) return refuse('no-day-in-range')
    for (const day of days) await setFreeDay(context, workerId, day, minutes)
    await context.publish(events['free-minutes.changed'], { workerId })
    if (context.actor.userId !== worker.userId) {
      const facts = { by: await nameOf(context.db, context.actor.userId), firstOn: range.firstOn, lastOn: range.lastOn }
      await notify(context, notices['days-changed'], [worker.userId], { link: '/my/free-minutes', facts })
    }
    return { dayCount: days.length }
  },
})
