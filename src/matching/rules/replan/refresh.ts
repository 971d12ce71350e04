import type { Plan } from '../problem/plan.ts'
import type { Problem } from '../problem/problem.ts'
import { planFrom, type SolveOptions, withOffers } from '../solve.ts'
import { type EarlierOffer, keepOffers } from './holding.ts'

/**
 * The plan of a problem that has changed, as near to an earlier plan as it can be: what still holds stays, and only what is missing is sought
 * anew, by the same chains that repair a plan after a decline; nobody is taken apart to be planned anew. The bound is that of the whole problem, so
 * the gap says what staying near costs.
 */
export function refresh(
  problem: Problem,
  earlier: readonly EarlierOffer[],
  options: Pick<SolveOptions, 'clock' | 'onProgress' | 'shouldStop' | 'timeLimitSeconds'> = {},
): Plan {
  const open = planFrom(problem, { ...options, iterations: 0, levels: 1 }, (plan, { guide }) => {
    plan.preferCheapDays(guide.seat)
    keepOffers(problem, plan, earlier, { parts: true })
    return guide
  })
  return withOffers(open)
}
