import { workBound } from '../prices/certify.ts'
import { compile } from '../problem/compile.ts'
import { type EarlierOffer, keepOffers } from './holding.ts'
import { improve } from '../search/improve.ts'
import { OpenPlan } from '../plan/open-plan.ts'
import type { Plan, PlanStats } from '../problem/plan.ts'
import { findPrices } from '../prices/prices.ts'
import type { Problem } from '../problem/problem.ts'
import { report } from '../answer/report.ts'
import type { SolveOptions } from '../solve.ts'

/**
 * The plan of a problem that has changed, as near to an earlier plan as it can be: what still holds stays, and only what is missing is sought
 * anew, by the same chains that repair a plan after a decline. The bound is that of the whole problem, so the gap says what staying near costs.
 */
export function refresh(
  problem: Problem,
  earlier: readonly EarlierOffer[],
  options: Pick<SolveOptions, 'clock' | 'onProgress' | 'shouldStop' | 'timeLimitSeconds'> = {},
): Plan {
  const clock = options.clock ?? (() => 0)
  const startedAt = clock()
  let stopped: PlanStats['stopped'] = 'finished'
  const stopAt = (part: number) => () => {
    if (options.shouldStop?.() === true) stopped = 'asked'
    else if (clock() - startedAt > (options.timeLimitSeconds ?? Number.POSITIVE_INFINITY) * part) stopped = 'time-limit'
    return stopped !== 'finished'
  }
  const compiled = compile(problem)
  const { prices, guide, bound, rounds } = findPrices(compiled, {
    seed: 1,
    stop: stopAt(0.5),
    onRound: (done, least) => options.onProgress?.({ stage: 'prices', done, work: 0, bound: least }),
  })
  stopped = 'finished'
  const plan = new OpenPlan(compiled)
  plan.preferCheapDays(guide.seat)
  keepOffers(problem, plan, earlier, { parts: true })
  options.onProgress?.({ stage: 'construct', done: 1, work: plan.work, bound })
  // Chains only: people are not taken apart to be planned anew.
  improve(plan, guide, {
    rebuilds: 0,
    seed: 1,
    enough: Number.POSITIVE_INFINITY,
    leastGain: 0,
    stop: stopAt(0.95),
    onRound: () => undefined,
  })
  options.onProgress?.({ stage: 'improve', done: 1, work: plan.work, bound })
  const stats: PlanStats = {
    cpuSeconds: 0,
    arcs: compiled.arcCount,
    workers: compiled.workers.length,
    packages: compiled.packages.length,
    iterations: rounds,
    boundCoversAllArcs: true,
    stopped,
  }
  const found = report(problem, plan, guide, workBound(compiled, prices), stats)
  return { ...found, offers: [...found.offers] }
}
