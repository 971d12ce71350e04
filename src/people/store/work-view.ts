import type { Db } from '../../platform/db/db.ts'
import type { CalendarDate } from '../../units/calendar-date.ts'
import type { WorkView } from '../rules/blockers.ts'

/** By city: who was paid for work this fiscal year, who of them earns by the programme's measure, and who owes work now. */
export interface WorkCounts {
  municipalityId: string
  workedThisYear: number
  earnedThisYear: number
  workingNow: number
}

type ReadWorkViews = (db: Db, today: CalendarDate) => Promise<ReadonlyMap<string, WorkView>>
type ReadWorkCounts = (db: Db, today: CalendarDate) => Promise<readonly WorkCounts[]>

let views: ReadWorkViews = async () => new Map()
let counts: ReadWorkCounts = async () => []

/** How the work that is there looks from each person who may be offered some, by worker id; set by the area that matches them. */
export const setWorkViews = (read: ReadWorkViews): void => void (views = read)
/** Set by the area that counts what was paid. */
export const setWorkCounts = (read: ReadWorkCounts): void => void (counts = read)

export const readWorkViews: ReadWorkViews = (db, today) => views(db, today)
export const readWorkCounts: ReadWorkCounts = (db, today) => counts(db, today)
