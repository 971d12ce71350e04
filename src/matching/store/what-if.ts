import { levelOf } from '../../orders/rules/gates.ts'
import type { z } from 'zod'
import type { Db } from '../../platform/db/db.ts'
import { addDays, calendarDate, daysBetween, weekdayOf, type CalendarDate } from '../../units/calendar-date.ts'
import type { contract } from '../contract/index.ts'

import type { Plan } from '../rules/problem/plan.ts'
import type { Problem, Worker } from '../rules/problem/problem.ts'
import { suppose } from '../rules/replan/what-if.ts'
import { readPackages } from './board.ts'
import type { PlanRow } from './plans.ts'
import { isPromised } from './problem.ts'
import { couldBorrow, couldLearn, restByWorker } from './remedies.ts'

export type Change = z.output<(typeof contract)['what-if']['input']>['change']
type Consequence = z.output<(typeof contract)['what-if']['output']>

/** The seats of a place are open for so long on a day. */
const seatMinutes = 480
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** The problem after one change about a package; a due date moves the end of the package only, at most to the last day of the plan. */
export function changed(problem: Problem, plan: Plan, packageId: string, change: Change, from: CalendarDate): Problem {
  const pack = problem.packages.find((each) => each.id === packageId)
  if (!pack) return problem
  switch (change.kind) {
    case 'train':
      return trained(
        problem,
        change.skill,
        change.level,
        couldLearn(problem, pack, restByWorker(problem, plan), change)
          .slice(0, change.people)
          .map(({ worker }) => worker),
      )
    case 'raise':
      return suppose(problem, { kind: 'train', workers: change.workerIds, skill: change.skill, levels: 1 })
    case 'equip': {
      const lent = new Set(
        couldBorrow(problem, pack, restByWorker(problem, plan), change.equipment)
          .slice(0, change.people)
          .map(({ worker }) => worker.id),
      )
      return {
        ...problem,
        workers: problem.workers.map((worker) =>
          lent.has(worker.id) ? { ...worker, equipment: [...worker.equipment, change.equipment] } : worker,
        ),
      }
    }
    case 'due': {
      const dueDay = daysBetween(from, calendarDate(change.dueOn))
      return suppose(problem, { kind: 'due', package: packageId, dueDay: Math.max(pack.releaseDay, dueDay) })
    }
    case 'seats': {
      const site = pack.onSite
      const isMeant = (day: number) => change.weekday === null || (weekdayOf(addDays(from, day)) || 7) === change.weekday
      const more = (minutes: number, day: number) => (minutes > 0 && isMeant(day) ? minutes + change.seats * seatMinutes : minutes)
      return {
        ...problem,
        sites: problem.sites.map((each) => (each.id === site ? { ...each, seatMinutesByDay: each.seatMinutesByDay.map(more) } : each)),
      }
    }
  }
}

/** People below a level who have minutes left in the days of a package: the nearest to the level first, then those with most time. */
export function learners(
  problem: Problem,
  plan: Plan,
  packageId: string,
  { skill, level }: { skill: string; level: number },
): { worker: Worker; had: number; restMinutes: number }[] {
  const rest = restByWorker(problem, plan)
  const { releaseDay, dueDay } = problem.packages.find((each) => each.id === packageId) ?? { releaseDay: 0, dueDay: problem.days }
  return problem.workers
    .map((worker) => ({
      worker,
      had: levelOf(worker.skills, skill),
      restMinutes: sum((rest.get(worker.id) ?? []).slice(releaseDay, dueDay + 1)),
    }))
    .filter(({ had, restMinutes }) => had < level && restMinutes > 0)
    .sort((a, b) => b.had - a.had || b.restMinutes - a.restMinutes || (a.worker.id < b.worker.id ? -1 : 1))
}

function trained(problem: Problem, skill: string, level: number, people: readonly Worker[]): Problem {
  const byGap = Map.groupBy(people, (worker) => level - levelOf(worker.skills, skill))
  return [...byGap].reduce(
    (changed, [levels, workers]) => suppose(changed, { kind: 'train', workers: workers.map((worker) => worker.id), skill, levels }),
    problem,
  )
}

/** What is different after a change: the package itself, all minutes, and other work that becomes whole or stops being whole. */
export async function readConsequence(
  db: Db,
  row: PlanRow,
  packageId: string,
  { problem, plan }: { problem: Problem; plan: Plan },
): Promise<Consequence | null> {
  const before = row.plan
  const packages = new Map(
    (
      await readPackages(
        db,
        problem.packages.filter((pack) => !isPromised(pack.id)).map((pack) => pack.id),
      )
    ).map((pack) => [pack.id, pack]),
  )
  const pack = problem.packages.find((each) => each.id === packageId)
  const known = packages.get(packageId)
  if (before === null || !pack || !known) return null
  const left = (of: Plan, id: string) => of.unfilled.find((each) => each.package === id)?.units ?? 0
  const others = [...packages.values()].filter((each) => each.id !== packageId && left(plan, each.id) !== left(before, each.id))
  const shift = (each: (typeof others)[number]) => Math.abs(left(plan, each.id) - left(before, each.id)) * each.unitMinutes
  const minutes = (of: Plan) => sum(of.offers.map((offer) => offer.minutes))
  return {
    unitsLeft: left(plan, packageId),
    unitsBefore: left(before, packageId),
    minutes: minutes(plan),
    minutesBefore: minutes(before),
    unitName: known.unitName,
    dueOn: addDays(row.from, pack.dueDay),
    onTime: plan.onTime[packageId] ?? null,
    others: others
      .toSorted((a, b) => shift(b) - shift(a))
      .map((each) => ({
        packageId: each.id,
        title: each.title,
        unitName: each.unitName,
        unitsLeft: left(plan, each.id),
        unitsBefore: left(before, each.id),
      })),
  }
}
