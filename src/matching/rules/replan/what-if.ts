import type { Plan } from '../problem/plan.ts'
import type { PairIds, Problem, WorkPackage } from '../problem/problem.ts'
import { solve, type SolveOptions } from '../solve.ts'

/** A change that is only thought of. Skills rise by levels, seats by minutes on every day on which the site has seats. */
export type Supposition =
  | { readonly kind: 'train'; readonly workers: readonly string[]; readonly skill: string; readonly levels: number }
  | { readonly kind: 'seats'; readonly site: string; readonly minutesByDay: number }
  | { readonly kind: 'order'; readonly packages: readonly WorkPackage[] }
  | { readonly kind: 'due'; readonly package: string; readonly dueDay: number }
  | (PairIds & { readonly kind: 'forbid' })

export type Consequence = {
  readonly workBefore: number
  readonly workAfter: number
  /** Nobody can do more than this after the change. */
  readonly boundAfter: number
  /** Packages that become whole, and packages that stop being whole. */
  readonly nowFilled: readonly string[]
  readonly noLongerFilled: readonly string[]
  readonly plan: Plan
}

/** Plans again with a change and tells the difference; the problem itself stays as it is. */
export function whatIf(problem: Problem, plan: Plan, suppositions: readonly Supposition[], options: SolveOptions = {}): Consequence {
  const changed = suppositions.reduce(suppose, problem)
  const after = solve(changed, options)
  const openBefore = new Set(plan.unfilled.map((one) => one.package))
  const openAfter = new Set(after.unfilled.map((one) => one.package))
  const known = new Set(problem.packages.map((pack) => pack.id))
  return {
    workBefore: plan.objective.work,
    workAfter: after.objective.work,
    boundAfter: after.bound,
    nowFilled: changed.packages
      .filter((pack) => !openAfter.has(pack.id) && (openBefore.has(pack.id) || !known.has(pack.id)))
      .map((pack) => pack.id),
    noLongerFilled: [...openAfter].filter((id) => known.has(id) && !openBefore.has(id)),
    plan: after,
  }
}

export function suppose(problem: Problem, supposition: Supposition): Problem {
  switch (supposition.kind) {
    case 'train': {
      const trained = new Set(supposition.workers)
      const raise = (had: number) => had + supposition.levels
      const workers = problem.workers.map((worker) =>
        trained.has(worker.id)
          ? { ...worker, skills: { ...worker.skills, [supposition.skill]: raise(worker.skills[supposition.skill] ?? 0) } }
          : worker,
      )
      return { ...problem, workers }
    }
    case 'seats': {
      const more = (minutes: number) => (minutes > 0 ? minutes + supposition.minutesByDay : 0)
      const sites = problem.sites.map((site) =>
        site.id === supposition.site ? { ...site, seatMinutesByDay: site.seatMinutesByDay.map(more) } : site,
      )
      return { ...problem, sites }
    }
    case 'order':
      return { ...problem, packages: [...problem.packages, ...supposition.packages] }
    case 'due':
      return {
        ...problem,
        packages: problem.packages.map((pack) => (pack.id === supposition.package ? { ...pack, dueDay: supposition.dueDay } : pack)),
      }
    case 'forbid': {
      const others = problem.pairs.filter((pair) => pair.worker !== supposition.worker || pair.package !== supposition.package)
      return {
        ...problem,
        pairs: [
          ...others,
          { worker: supposition.worker, package: supposition.package, unitMinutes: null, value: null, cost: null, forbidden: true },
        ],
      }
    }
  }
}
