import { workBound } from './certify.ts'
import { type Compiled, compile } from './compile.ts'
import { construct } from './construct.ts'
import { OpenPlan } from './open-plan.ts'
import type { Plan, PlanStats } from './plan.ts'
import { findPrices } from './prices.ts'
import type { Problem } from './problem.ts'
import { report } from './report.ts'

export type Progress = { readonly stage: 'compile' | 'prices' | 'construct' | 'improve' | 'report'; readonly done: number; readonly work: number; readonly bound: number }

export type SolveOptions = {
  /** Seconds of wall clock after which the best plan so far is given; none by default. */
  readonly timeLimitSeconds?: number
  /** How often prices and plan are gone through; the same budget and seed give the same bytes. */
  readonly iterations?: number
  readonly seed?: number
  readonly onProgress?: (progress: Progress) => void
  /** Asked now and then; true stops with the best plan so far. */
  readonly shouldStop?: () => boolean
  /** Seconds on any clock; only the time limit and the reported time use it. */
  readonly clock?: () => number
  /** Reports the time used in `stats.cpuSeconds`, which otherwise stays 0 so that equal runs give equal bytes. */
  readonly reportTime?: boolean
}

/** Plans a problem that readProblem has accepted. Whatever is impossible is part of the answer. */
export function solve(problem: Problem, options: SolveOptions = {}): Plan {
  const clock = options.clock ?? (() => performance.now() / 1000)
  const startedAt = clock()
  const compiled = compile(problem)
  const { prices } = findPrices(compiled, {
    rounds: options.iterations ?? 60,
    seed: options.seed ?? 1,
    stop: () => false,
    onRound: (done, bound) => options.onProgress?.({ stage: 'prices', done, work: 0, bound }),
  })
  const plan = new OpenPlan(compiled)
  construct(plan, prices, options.seed ?? 1)
  const bound = workBound(compiled, prices)
  return report(problem, plan, prices, bound, statsOf(compiled, options.reportTime === true ? clock() - startedAt : 0))
}

function statsOf(compiled: Compiled, cpuSeconds: number): PlanStats {
  return {
    cpuSeconds,
    arcs: compiled.arcCount,
    workers: compiled.workers.length,
    packages: compiled.packages.length,
    iterations: 0,
    boundCoversAllArcs: true,
    stopped: 'finished',
  }
}
