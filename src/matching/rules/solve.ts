import { solveAssignment } from './assignment/solve-assignment.ts'
import { workBound } from './prices/certify.ts'
import { compile } from './problem/compile.ts'
import { construct } from './search/construct.ts'
import { evenOut } from './search/fairness.ts'
import { improve } from './search/improve.ts'
import { OpenPlan } from './plan/open-plan.ts'
import type { OpenOffersPlan, Plan, PlanStats } from './problem/plan.ts'
import { findPrices, type PriceSearch } from './prices/prices.ts'
import type { Problem } from './problem/problem.ts'
import { report } from './answer/report.ts'
import type { Prices } from './prices/question.ts'
import { gather, spread } from './search/swaps.ts'
import { tuning } from './search/tuning.ts'

export type Progress = {
  readonly stage: 'compile' | 'prices' | 'construct' | 'improve' | 'report'
  readonly done: number
  readonly work: number
  readonly bound: number
}

export type SolveOptions = {
  /** Seconds on `clock` after which the best plan so far is given; none by default, and none without a clock. */
  readonly timeLimitSeconds?: number
  /** Steps of the improvement; the same budget and seed give the same bytes. */
  readonly iterations?: number
  readonly seed?: number
  readonly onProgress?: (progress: Progress) => void
  /** Asked now and then; true stops with the best plan so far. */
  readonly shouldStop?: () => boolean
  /** Seconds on any clock, which comes from outside so that the rule stays pure; for the time limit and the reported time. */
  readonly clock?: () => number
  /** How many of the objectives are sought, work first; whatever is sought below them, the upper ones stay the same. All four by default. */
  readonly levels?: 1 | 2 | 3 | 4
  /** Reports the time used in `stats.cpuSeconds`, which otherwise stays 0 so that equal runs give equal bytes. */
  readonly reportTime?: boolean
}

const movesPerIteration = 1000
const defaultMoves = 20_000_000
const unlimitedMoves = 1e12

/** Plans a problem that readProblem has accepted. Whatever is impossible is part of the answer. */
export const solve = (problem: Problem, options: SolveOptions = {}): Plan => withOffers(solveOpen(problem, options))

/** The same for whoever reads the offers once, one after the other, which saves their memory. */
export const solveOpen = (problem: Problem, options: SolveOptions = {}): OpenOffersPlan =>
  problem.objective === 'assignment-cost' ? assign(problem, options) : planFrom(problem, options, afresh)

export const withOffers = (plan: OpenOffersPlan): Plan => ({ ...plan, offers: [...plan.offers] })

/** Puts first work into an empty plan and answers the prices by which more is sought. */
type Beginning = (plan: OpenPlan, found: PriceSearch, seed: number) => Prices

/** The pipeline: prices, a first plan, a better one, the bound, the answer. */
export function planFrom(problem: Problem, options: SolveOptions, begin: Beginning): OpenOffersPlan {
  const { cpuSeconds, seed, stopAt, stopped } = watch(options)
  const compiled = compile(problem)
  const found = findPrices(compiled, {
    seed,
    stop: stopAt(0.5),
    onRound: (done) => options.onProgress?.({ stage: 'prices', done, work: 0, bound: Number.POSITIVE_INFINITY }),
  })
  const plan = new OpenPlan(compiled)
  const tell = (stage: Progress['stage'], done: number) => options.onProgress?.({ stage, done, work: plan.work, bound: found.bound })
  const by = begin(plan, found, seed)
  tell('construct', 1)
  const ease = options.iterations === undefined ? Math.min(1, compiled.arcCount / tuning.arcsAtEase) : 0
  improve(plan, by, {
    rebuilds: options.iterations ?? tuning.rebuilds,
    seed,
    enough: ease === 0 ? Number.POSITIVE_INFINITY : found.bound * (1 - tuning.closeEnough * ease),
    leastGain: tuning.leastGain * ease,
    stop: stopAt(0.9),
    onRound: (done) => tell('improve', done),
  })
  const levels = options.levels ?? 4
  if (levels > 1) evenOut(plan, problem.municipalities, stopAt(0.95))
  if (levels > 2) gather(plan, stopAt(0.96))
  if (levels > 3) spread(plan, stopAt(0.97))
  tell('report', 1)
  return report(problem, plan, found.guide, workBound(compiled, found.prices), {
    arcs: compiled.arcCount,
    workers: compiled.workers.length,
    packages: compiled.packages.length,
    boundCoversAllArcs: true,
    cpuSeconds: cpuSeconds(),
    iterations: found.rounds,
    stopped: stopped(),
  })
}

/** Everybody takes work by the prices, in a seeded order. */
const afresh: Beginning = (plan, { guide, mean }, seed) => {
  const by: Prices = { ...guide, package: guide.package.map((price) => tuning.packageDiscount * price) }
  construct(plan, by, seed, mean)
  return by
}

/** The generalised assignment problem has an engine of its own. */
function assign(problem: Problem, options: SolveOptions): Plan {
  const { cpuSeconds, seed, stopAt, stopped } = watch(options)
  const moves = options.timeLimitSeconds === undefined ? defaultMoves : unlimitedMoves
  return solveAssignment(problem, {
    seed,
    moves: options.iterations === undefined ? moves : options.iterations * movesPerIteration,
    stop: stopAt(0.97),
    stopBound: stopAt(0.2),
    onProgress: (work, bound) => options.onProgress?.({ stage: 'improve', done: 0, work, bound }),
    cpuSeconds,
    stopped,
  })
}

/** Looks at the clock and at whoever may stop the search; `stopAt` gives each stage its part of the time. */
function watch({ clock = () => 0, ...options }: SolveOptions) {
  const startedAt = clock()
  const limit = options.timeLimitSeconds ?? Number.POSITIVE_INFINITY
  let stopped: PlanStats['stopped'] = 'finished'
  const stopAt = (part: number) => () => {
    const late = clock() - startedAt > limit * part
    if (options.shouldStop?.() === true) stopped = 'asked'
    else if (late) stopped = 'time-limit'
    return stopped === 'asked' || late
  }
  return {
    stopAt,
    seed: options.seed ?? 1,
    stopped: () => stopped,
    cpuSeconds: () => (options.reportTime === true ? clock() - startedAt : 0),
  }
}
