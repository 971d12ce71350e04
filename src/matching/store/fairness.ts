import { sql } from 'kysely'
import type { Db } from '../../platform/db/db.ts'
import type { CalendarDate } from '../../units/calendar-date.ts'
import { daysBetween } from '../../units/calendar-date.ts'
import { blockersOf } from '../../people/rules/blockers.ts'
import type { IdleReason } from '../contract/questions.ts'
import type { Problem, Worker } from '../rules/problem/problem.ts'
import { readNames, readPackages } from './board.ts'
import { idleOf, type Idle } from './idle.ts'
import type { LiveState } from './live-state.ts'
import { buildProblem, horizonFrom, isPromised } from './problem.ts'

interface Given {
  workerId: string
  offers: number
  accepted: number
  minutes: number
  feeYen: number
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
const shown = 1_000

/** Offers, agreed minutes and fees of each worker since a day; what was given back is taken off. */
async function readGiven(db: Db, since: string): Promise<Map<string, Given>> {
  const { rows } = await sql<Given>`
    with offered as (
      select worker_id, count(*)::int as offers from orders.offer where offered_at >= ${since}::date group by worker_id
    ), released as (
      select assignment_id, sum(units) as units from orders.release group by assignment_id
    ), agreed as (
      select a.worker_id, count(*)::int as accepted,
             sum((a.units - coalesce(r.units, 0)) * p.unit_minutes)::float8 as minutes,
             sum((a.units - coalesce(r.units, 0)) * a.unit_price_yen)::float8 as fee_yen
      from orders.assignment a
      join orders.package p on p.programme_id = a.programme_id and p.id = a.package_id
      left join released r on r.assignment_id = a.id
      where a.ordered_on >= ${since}::date group by a.worker_id
    )
    select w.id as worker_id, coalesce(o.offers, 0) as offers, coalesce(a.accepted, 0) as accepted, coalesce(a.minutes, 0) as minutes,
           coalesce(a.fee_yen, 0) as fee_yen
    from people.worker w
    left join offered o on o.worker_id = w.id
    left join agreed a on a.worker_id = w.id
    where w.state in ('registered', 'active')`.execute(db)
  return new Map(rows.map((row) => [row.workerId, row]))
}

const readKnown = (db: Db) =>
  db.selectFrom('people.worker').select(['id', 'name', 'usesEmployeesDeclaredOn']).where('state', 'in', ['registered', 'active']).execute()

const none = (workerId: string): Given => ({ workerId, offers: 0, accepted: 0, minutes: 0, feeYen: 0 })

export async function readFairness(db: Db, state: LiveState, today: CalendarDate, since: CalendarDate) {
  const problem = buildProblem(state, horizonFrom(today))
  const [given, people, { skills, municipalities: cities }] = await Promise.all([readGiven(db, since), readKnown(db), readNames(db)])
  const known = new Map(people.map((row) => [row.id, row]))
  const months = Math.max(1, daysBetween(since, today) / 30)
  const wishes = new Map(state.workers.map((worker) => [worker.id, Math.round(worker.wantedMonthlyMinutes * months)]))
  const wanting = problem.workers.filter((worker) => (wishes.get(worker.id) ?? 0) > 0)
  const idle = idleOf(state, problem)
  const weeks = new Map(state.workers.map((worker) => [worker.id, sum(worker.week)]))
  const titles = new Map(
    (
      await readPackages(
        db,
        problem.packages.filter((pack) => !isPromised(pack.id)).map((pack) => pack.id),
      )
    ).map((pack) => [pack.id, pack.title]),
  )
  const told = ({ skill, equipment, packageId }: Idle) => ({
    skill: skill && { ...(skills.get(skill.skill) ?? { key: skill.skill, nameJa: skill.skill, nameEn: skill.skill }), level: skill.asked },
    equipment,
    packageId,
    title: packageId === null ? null : (titles.get(packageId) ?? null),
  })
  const rows = wanting.map((worker) => {
    const view = idle(worker)
    const person = known.get(worker.id)
    const facts = {
      ...worker,
      state: 'active' as const,
      skillCount: Object.keys(worker.skills).length,
      weekMinutes: weeks.get(worker.id) ?? 0,
    }
    const [reason] = blockersOf({ ...facts, usesEmployeesDeclaredOn: person?.usesEmployeesDeclaredOn ?? null }, { ...view, title: null })
    return {
      ...(given.get(worker.id) ?? none(worker.id)),
      name: person?.name ?? '',
      municipalityName: cities.get(worker.municipality ?? '') ?? '',
      wantedMinutes: wishes.get(worker.id) ?? 0,
      reason: view.has ?? reason ?? ('could-be-offered' satisfies IdleReason),
      ...told(view),
    }
  })
  return {
    since,
    municipalities: citiesOf(problem, cities, wanting, given),
    inequality: inequalityOf(rows.map((person) => Math.min(1, person.minutes / person.wantedMinutes))),
    people: rows.sort((a, b) => a.minutes / a.wantedMinutes - b.minutes / b.wantedMinutes || (a.name < b.name ? -1 : 1)).slice(0, shown),
  }
}

function citiesOf(problem: Problem, cities: ReadonlyMap<string, string>, wanting: readonly Worker[], given: ReadonlyMap<string, Given>) {
  const of = (id: string) =>
    problem.workers.filter((worker) => worker.municipality === id).map((worker) => given.get(worker.id) ?? none(worker.id))
  const allMinutes = sum([...given.values()].map((each) => each.minutes))
  return problem.municipalities.flatMap(({ id, fairShare }) => {
    const rows = of(id)
    const people = wanting.filter((worker) => worker.municipality === id).length
    if (rows.length === 0 && fairShare === 0) return []
    const minutes = sum(rows.map((row) => row.minutes))
    return [
      {
        municipalityId: id,
        name: cities.get(id) ?? '',
        wanting: people,
        offers: sum(rows.map((row) => row.offers)),
        accepted: sum(rows.map((row) => row.accepted)),
        minutes,
        feeYen: sum(rows.map((row) => row.feeYen)),
        minutesShare: allMinutes === 0 ? 0 : minutes / allMinutes,
        costShare: fairShare,
        peopleShare: wanting.length === 0 ? 0 : people / wanting.length,
      },
    ]
  })
}

/** The Gini coefficient of the parts of their wishes that people got: 0 for all equal, towards 1 when one has everything. */
export function inequalityOf(parts: readonly number[]): number {
  const sorted = [...parts].sort((a, b) => a - b)
  const total = sum(sorted)
  if (total === 0) return 0
  const weighted = sum(sorted.map((part, index) => (index + 1) * part))
  return Math.max(0, (2 * weighted) / (sorted.length * total) - (sorted.length + 1) / sorted.length)
}
