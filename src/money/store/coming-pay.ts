import { sql } from 'kysely'
import type { Db } from '../../platform/db/db.ts'
import type { ComingDay } from '../../delivery/contract/hand-in.ts'
import { payOnFor } from '../../delivery/rules/receipt.ts'
import { payDayOf } from '../../delivery/store/hand-ins.ts'
import { type CalendarDate, laterDate } from '../../units/calendar-date.ts'
import { isOpen } from './payables.ts'
import { firstValueDay } from './value-date.ts'

/**
 * What is still to be paid to these workers, by pay date: what statements owe, as it will reach the account, and the fees without
 * tax of what is accepted or waits for its inspection and will stand on the next one.
 */
export async function readComingPay(db: Db, workerIds: readonly string[], today: CalendarDate): Promise<ComingDay[]> {
  const ids = sql`any(${workerIds}::uuid[])`
  const { rows } = await sql<Omit<ComingDay, 'payOn'> & { payOn: CalendarDate | null; receivedOn: CalendarDate | null }>`
    select d.pay_on, null::date as received_on, sum(d.due_yen)::bigint as stated_yen, 0 as accepted_yen, 0 as waiting_yen
    from (select d.pay_on, d.due_yen from money.statement_due d where d.worker_id = ${ids} and not exists (
      select from money.paid_part p where p.programme_id = d.programme_id and p.statement_id = d.id) offset 0) d
    where d.due_yen > 0 group by d.pay_on
    union all
    select null, p.received_on, 0, sum(p.amount_yen)::bigint, 0
    from money.payable p where p.worker_id = ${ids} and ${isOpen} group by p.received_on
    union all
    select null, h.received_on, 0, coalesce(sum(h.units * a.unit_price_yen) filter (where h.state = 'accepted'), 0)::bigint,
           coalesce(sum(h.units * a.unit_price_yen) filter (where h.state = 'waiting'), 0)::bigint
    from delivery.hand_in h
    join orders.assignment a on a.programme_id = h.programme_id and a.id = h.assignment_id
    where h.worker_id = ${ids} and (h.state = 'waiting' or (h.state = 'accepted'
      and not exists (select from money.payable m where m.programme_id = h.programme_id and m.submission_id = h.id)))
    group by h.received_on`.execute(db)
  const payDay = await payDayOf(db)
  const firstOn = await firstValueDay(db, today)
  const days = new Map<string, ComingDay>()
  for (const { payOn, receivedOn, ...sums } of rows) {
    const day = payOn ?? (receivedOn === null ? firstOn : laterDate(payOnFor(receivedOn, payDay), firstOn))
    const known = days.get(day) ?? { payOn: day, statedYen: 0, acceptedYen: 0, waitingYen: 0 }
    days.set(day, {
      payOn: day,
      statedYen: known.statedYen + sums.statedYen,
      acceptedYen: known.acceptedYen + sums.acceptedYen,
      waitingYen: known.waitingYen + sums.waitingYen,
    })
  }
  return [...days.values()].sort((left, right) => (left.payOn < right.payOn ? -1 : 1))
}
