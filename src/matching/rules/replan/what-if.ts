import type { PairIds, Problem, WorkPackage } from '../problem/problem.ts'

/** A change that is only thought of. Skills rise by levels, seats by minutes on every day on which the site has seats. */
type Supposition =
  | { readonly kind: 'train'; readonly workers: readonly string[]; readonly skill: string; readonly levels: number }
  | { readonly kind: 'seats'; readonly site: string; readonly minutesByDay: number }
  | { readonly kind: 'order'; readonly packages: readonly WorkPackage[] }
  | { readonly kind: 'due'; readonly package: string; readonly dueDay: number }
  | (PairIds & { readonly kind: 'forbid' })

/** The problem after the change; the one that is given stays as it is. */
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
