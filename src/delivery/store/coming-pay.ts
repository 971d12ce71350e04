import type { Db } from '../../platform/db/db.ts'
import type { CalendarDate } from '../../units/calendar-date.ts'
import type { ComingDay } from '../contract/hand-in.ts'

type ComingPaySource = (db: Db, workerIds: readonly string[], today: CalendarDate) => Promise<ComingDay[]>
let source: ComingPaySource = async () => []
/** Delivery says when received work is paid; the area that keeps the money says what is to come, for every page alike. */
export const setComingPay = (read: ComingPaySource): void => void (source = read)
/** What is still to be paid to these workers, by pay date, the earliest first. */
export const comingPay: ComingPaySource = (db, workerIds, today) => source(db, workerIds, today)
