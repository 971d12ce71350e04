import { action, newId, refuse } from '../../platform/action.ts'
import { calendarDate, endOfMonth } from '../../units/calendar-date.ts'
import { endOfFiscalYear, fiscalYearOf, startOfFiscalYear } from '../../units/fiscal-year.ts'
import { contract } from '../contract/index.ts'
import { insertReopening, readLock } from '../store/period-locks.ts'

/** Asks that a locked month or year takes entries of its own days again; somebody else has to agree. */
export const askReopening = action(contract['ask-reopening'], {
  load: async () => ({}),
  run: async ({ db, programmeId, actor, now, today }, { month, period, reason }) => {
    const day = calendarDate(month)
    const year = fiscalYearOf(day)
    const [firstOn, lastOn] = period === 'year' ? [startOfFiscalYear(year), endOfFiscalYear(year)] : [day, endOfMonth(day)]
    const { lockedOn } = await readLock(db, today)
    if (lockedOn === null || firstOn > lockedOn) return refuse('not-locked')
    const id = newId(now.getTime())
    await insertReopening(db, { programmeId, id, firstOn, lastOn, reason, askedBy: actor.userId ?? '', askedAt: now.toISOString() })
    return { reopeningId: id }
  },
})
