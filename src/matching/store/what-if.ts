import { levelOf } from '../rules/constraints.ts'
import type { Plan } from '../rules/plan.ts'
import type { Problem } from '../rules/problem.ts'
import { restByWorker } from './remedies.ts'

export type Change = { kind: 'train'; skill: string; level: number; people: number } | { kind: 'due'; days: number } | { kind: 'seats'; seats: number }

/** The seats of a place are open for so long on a day. */
const seatMinutes = 480
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/**
 * The problem after one change about a package. Who is trained: people below the level, the nearest to it first, then those with most
 * time left. A later due date moves the end of the package only, at most to the last day of the plan.
 */
export function changed(problem: Problem, plan: Plan, packageId: string, change: Change): Problem {
  switch (change.kind) {
    case 'train': {
      const rest = restByWorker(problem, plan)
      const below = problem.workers
        .filter((worker) => levelOf(worker.skills, change.skill) < change.level && sum(rest.get(worker.id) ?? []) > 0)
        .sort((a, b) => levelOf(b.skills, change.skill) - levelOf(a.skills, change.skill) || sum(rest.get(b.id) ?? []) - sum(rest.get(a.id) ?? []) || (a.id < b.id ? -1 : 1))
      const trained = new Set(below.slice(0, change.people).map((worker) => worker.id))
      return { ...problem, workers: problem.workers.map((worker) => (trained.has(worker.id) ? { ...worker, skills: { ...worker.skills, [change.skill]: change.level } } : worker)) }
    }
    case 'due':
      return { ...problem, packages: problem.packages.map((pack) => (pack.id === packageId ? { ...pack, dueDay: pack.dueDay + change.days } : pack)) }
    case 'seats': {
      const site = problem.packages.find((pack) => pack.id === packageId)?.onSite
      const more = (minutes: number) => (minutes > 0 ? minutes + change.seats * seatMinutes : 0)
      return { ...problem, sites: problem.sites.map((each) => (each.id === site ? { ...each, seatMinutesByDay: each.seatMinutesByDay.map(more) } : each)) }
    }
  }
}

/** Units of one package that stay open, and minutes of all offers. */
export const outcomeOf = (plan: Plan, packageId: string) => ({
  units: plan.unfilled.find((each) => each.package === packageId)?.units ?? 0,
  minutes: sum(plan.offers.map((offer) => offer.minutes)),
})
