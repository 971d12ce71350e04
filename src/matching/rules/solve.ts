import { solveAssignment } from './assignment-cost.ts'
import { workBound } from './certify.ts'
import { type Compiled, compile } from './compile.ts'
import { construct } from './construct.ts'
import { improve } from './improve.ts'
import { OpenPlan } from './open-plan.ts'
import type { Plan, PlanStats } from './plan.ts'
import { findPrices } from './prices.ts'
import type { Problem } from './problem.ts'
import { report } from './report.ts'
import type { Prices } from './response.ts'

export type Progress = { readonly stage: 'compile' | 'prices' | 'construct' | 'improve' | 'report'; readonly done: number; readonly work: number; readonly bound: number }

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
  /** Reports the time used in `stats.cpuSeconds`, which otherwise stays 0 so that equal runs give equal bytes. */
  readonly reportTime?: boolean
}

const movesPerIteration = 1000
const defaultMoves = 20_000_000
const unlimitedMoves = 1e12

/** Plans a problem that readProblem has accepted. Whatever is impossible is part of the answer. */
export function solve(problem: Problem, options: SolveOptions = {}): Plan {
  const clock = options.clock ?? (() => 0)
  const startedAt = clock()
  const limit = options.timeLimitSeconds ?? Number.POSITIVE_INFINITY
  let stopped: PlanStats['stopped'] = 'finished'
  const stopAt = (part: number) => () => {
    if (options.shouldStop?.() === true) stopped = 'asked'
    else if (clock() - startedAt > limit * part) stopped = 'time-limit'
    return stopped === 'asked' || clock() - startedAt > limit * part
  }
  const seed = options.seed ?? 1
  const seconds = () => (options.reportTime === true ? clock() - startedAt : 0)
  if (problem.objective === 'assignment-cost') {
    return solveAssignment(problem, {
      seed,
      moves: options.iterations !== undefined ? options.iterations * movesPerIteration : (Number.isFinite(limit) ? unlimitedMoves : defaultMoves),
      stop: stopAt(0.97),
      stopBound: stopAt(0.2),
      timeUsed: () => (Number.isFinite(limit) ? (clock() - startedAt) / limit : 0),
      onProgress: (work, bound) => options.onProgress?.({ stage: 'improve', done: 0, work, bound }),
      cpuSeconds: seconds,
      stopped: () => stopped,
    })
  }
  const compiled = compile(problem)
  const { prices, guide, bound, rounds } = findPrices(compiled, {
    rounds: 80,
    seed,
    stop: stopAt(0.5),
    onRound: (done, least) => options.onProgress?.({ stage: 'prices', done, work: 0, bound: least }),
  })
  const rebuilds = options.iterations ?? rebuildsFor(compiled)
  const improveFor = (plan: OpenPlan, by: Prices, part: number) =>
    improve(plan, by, {
      rebuilds: Math.ceil(rebuilds * part),
      seed,
      stop: stopAt(0.9),
      onRound: (done) => options.onProgress?.({ stage: 'improve', done, work: plan.work, bound }),
    })
  let best: { readonly plan: OpenPlan; readonly by: Prices } | null = null
  for (const discount of discountsFor(compiled)) {
    const by = { package: guide.package.map((price) => price * discount), seat: guide.seat }
    const plan = new OpenPlan(compiled)
    construct(plan, by, seed, balanceOf(compiled))
    improveFor(plan, by, 0.15)
    if (best === null || plan.work > best.plan.work) best = { plan, by }
    if (stopAt(0.7)()) break
  }
  if (best === null) throw new Error('A plan is begun at least once')
  const { plan } = best
  improveFor(plan, best.by, 0.6)
  const stats = statsOf(compiled, { cpuSeconds: seconds(), iterations: rounds, stopped })
  return report(problem, plan, { prices, guide }, workBound(compiled, prices), stats)
}

/** Prices a hair too dear turn away everybody who is indifferent, so plans are also begun a little below them; the best goes on. */
function discountsFor(compiled: Compiled): readonly number[] {
  return compiled.workers.length < 20_000 ? [1, 0.99, 0.97] : [0.985]
}

/** Enough to go round everybody a few times. */
function rebuildsFor(compiled: Compiled): number {
  return compiled.arcCount === 0 ? 0 : Math.min(40_000, 1000 + 18 * compiled.workers.length)
}

/** A twentieth of the worth of a typical minute evens out who takes what, and moves nobody to work that is worth clearly less. */
function balanceOf(compiled: Compiled): number {
  let worth = 0
  for (let arc = 0; arc < compiled.arcCount; arc += 1) worth += compiled.arcValue[arc]! / compiled.arcMinutes[arc]!
  return (0.025 * worth) / Math.max(1, compiled.arcCount)
}

function statsOf(compiled: Compiled, run: Pick<PlanStats, 'cpuSeconds' | 'iterations' | 'stopped'>): PlanStats {
  return { arcs: compiled.arcCount, workers: compiled.workers.length, packages: compiled.packages.length, boundCoversAllArcs: true, ...run }
}
