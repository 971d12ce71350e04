import { sql } from 'kysely'
import type { Actor, Reach } from '../../platform/access.ts'
import type { Db } from '../../platform/db/db.ts'
import { addDays, type CalendarDate, daysBetween } from '../../units/calendar-date.ts'
import { forecastDays, riskOf } from '../rules/risk.ts'
import { waitingPage } from './inspections.ts'
import { packageInReach } from '../../orders/store/reach.ts'

interface OpenPackage {
  packageId: string
  packageTitle: string
  orderId: string
  orderNumber: string
  dueOn: CalendarDate
  unitName: string
  unitMinutes: number
  leftUnits: number
  unplacedUnits: number
  waitingCount: number
  inspectBy: CalendarDate | null
}

const shownRisks = 20

/** What is at risk, what waits, and where the orders stand, for the packages within reach. */
export async function readDirectorHome(db: Db, reach: Reach, actor: Actor, today: CalendarDate) {
  const risks = await readRisks(db, reach, today)
  const queue = await waitingPage(db, reach, actor, today, { cursor: null, limit: 1, orderId: null, search: '' })
  const { rows } = await sql<{
    preparing: number
    running: number
    delivered: number
    accepted: number
    questions: number
    returned: number
  }>`
    with mine as (
      select o.programme_id, o.id, o.state from orders.client_order o
      where ${reach.everything} or o.id = any(${reach.ids('order')}::uuid[])
        or exists (select from orders.package p where p.programme_id = o.programme_id and p.order_id = o.id
          and p.on_site_id = any(${reach.ids('site')}::uuid[]))
    )
    select (count(*) filter (where state = 'preparing'))::int as preparing, (count(*) filter (where state = 'running'))::int as running,
           (count(*) filter (where state = 'delivered'))::int as delivered, (count(*) filter (where state = 'accepted'))::int as accepted,
           (select count(*)::int from orders.question q join orders.package p on p.programme_id = q.programme_id and p.id = q.package_id
            where q.answered_at is null and ${packageInReach(reach)}) as questions,
           (select count(*)::int from delivery.client_return r
            join delivery.client_delivery d on d.programme_id = r.programme_id and d.id = r.delivery_id
            join mine m on m.id = d.order_id and m.state = 'running'
            where not exists (select from delivery.client_delivery n where n.programme_id = d.programme_id and n.order_id = d.order_id
              and n.id > d.id)) as returned
    from mine`.execute(db)
  const facts = rows[0]
  if (!facts) throw new Error('no counts of orders')
  return {
    risks: risks.slice(0, shownRisks),
    riskCount: risks.length,
    orders: { preparing: facts.preparing, running: facts.running, delivered: facts.delivered, accepted: facts.accepted },
    waitingCount: queue.total,
    lateCount: queue.lateCount,
    oldestSubmissionId: queue.rows[0]?.submissionId ?? null,
    openQuestionCount: facts.questions,
    returnedDeliveryCount: facts.returned,
    deliverable: await readDeliverable(db, reach),
  }
}

const weight = { overdue: 0, 'inspection-late': 1, short: 2, unplaced: 3 } as const

/** What endangers the open packages within reach, the heaviest first. */
export async function readRisks(db: Db, reach: Reach, today: CalendarDate) {
  const packages = await openPackages(db, reach)
  const minutes = await freeMinutesByPackage(
    db,
    packages.map((each) => each.packageId),
    today,
  )
  const risks = packages.flatMap((each) => {
    const risk = riskOf({ ...each, freeMinutesByDay: minutes.get(each.packageId) ?? [] }, today)
    const { unitMinutes: _minutes, inspectBy: _inspectBy, ...shown } = each
    return risk === null ? [] : [{ ...shown, ...risk, daysLeft: daysBetween(today, each.dueOn) }]
  })
  return risks.sort((left, right) => weight[left.reason] - weight[right.reason] || left.daysLeft - right.daysLeft)
}

/** Packages with units that nobody has taken, that are not handed in, or that wait for an inspection. */
async function openPackages(db: Db, reach: Reach): Promise<OpenPackage[]> {
  const { rows } = await sql<OpenPackage>`
    select p.id as package_id, p.title as package_title, p.order_id, o.number as order_number, p.due_on,
           p.unit_name, p.unit_minutes, w.owed_units as left_units,
           case when p.state = 'ready' then greatest(0, p.units - w.assigned_units) else 0 end as unplaced_units,
           coalesce(h.waiting, 0)::int as waiting_count, h.inspect_by
    from orders.package p
    join orders.client_order o on o.programme_id = p.programme_id and o.id = p.order_id
    join orders.package_work w on w.programme_id = p.programme_id and w.package_id = p.id
    left join lateral (select count(*) as waiting, min(inspect_by) as inspect_by
      from delivery.waiting_hand_in h where h.programme_id = p.programme_id and h.package_id = p.id) h on true
    where o.state = 'running' and p.state in ('ready', 'closed') and ${packageInReach(reach)}
      and (w.owed_units > 0 or coalesce(h.waiting, 0) > 0 or (p.state = 'ready' and p.units > w.assigned_units))
    order by p.due_on, p.id limit 5000`.execute(db)
  return rows
}

/** Free minutes a day, from today on, of the people who still have units of a package. Work on several packages shares them equally. */
async function freeMinutesByPackage(db: Db, packageIds: readonly string[], today: CalendarDate): Promise<Map<string, number[]>> {
  const { rows } = await sql<{ packageId: string; day: number; minutes: number }>`
    with held as (
      select distinct package_id, worker_id from orders.owed_work where package_id = any(${packageIds}::uuid[])
    ), shared as (select package_id, worker_id, count(*) over (partition by worker_id) as packages from held)
    select s.package_id, (d.day - ${today}::date)::int as day, sum(d.minutes / s.packages)::int as minutes
    from shared s
    cross join lateral (
      select d.day, d.minutes from people.free_days(${today}::date, ${addDays(today, forecastDays - 1)}::date) d
      where d.worker_id = s.worker_id offset 0
    ) d
    group by 1, 2 order by 1, 2`.execute(db)
  const days = new Map<string, number[]>()
  for (const row of rows) {
    const list = days.get(row.packageId) ?? Array.from({ length: forecastDays }, () => 0)
    list[row.day] = row.minutes
    days.set(row.packageId, list)
  }
  return days
}

/** Orders of which inspected units may go to the client now. */
async function readDeliverable(db: Db, reach: Reach) {
  const { rows } = await sql<{ orderId: string; orderNumber: string; title: string; clientName: string; dueOn: string; units: number }>`
    select o.id as order_id, o.number as order_number, o.title, c.name as client_name, o.due_on, sum(greatest(0, x.units))::int as units
    from orders.client_order o
    join sales.client c on c.programme_id = o.programme_id and c.id = o.client_id
    join orders.package p on p.programme_id = o.programme_id and p.order_id = o.id
    join orders.package_work w on w.programme_id = p.programme_id and w.package_id = p.id
    cross join lateral (select w.accepted_units
      - coalesce((select sum(d.units) from delivery.delivered_units d
        where d.programme_id = p.programme_id and d.order_id = o.id and d.package_id = p.id), 0) as units) x
    where o.state = 'running' and ${packageInReach(reach)} and x.units > 0
    group by o.programme_id, o.id, c.name order by o.due_on, o.id limit 20`.execute(db)
  return rows
}
