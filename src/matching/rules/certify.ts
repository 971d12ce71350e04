import type { Compiled } from './compile.ts'
import { type Prices, questionAt } from './question.ts'
import { Response } from './response.ts'

/**
 * The most work that any plan can have, by Lagrangian duality: whatever the prices, what is shared at its price plus what every person would gain
 * at those prices is at least the best plan. Time for reviews is bought and sold at its price. Accepted work keeps its hours but not its seats, and least
 * lots are left out, which can only make the bound larger. Where every sum of work is a multiple of one step, the bound is rounded down to it.
 */
export function workBound(compiled: Compiled, prices: Prices): number {
  const response = new Response(compiled)
  return roundDown(compiled, dualValue(compiled, prices, response))
}

export function dualValue(compiled: Compiled, prices: Prices, response: Response): number {
  let bound = 0
  for (let pack = 0; pack < compiled.packages.length; pack += 1) bound += prices.package[pack]! * compiled.fillable[pack]!
  for (let seat = 0; seat < compiled.seats.length; seat += 1) bound += prices.seat[seat]! * compiled.seats[seat]!
  const question = questionAt(compiled, prices)
  for (let worker = 0; worker < compiled.workers.length; worker += 1) bound += response.most(worker, question)
  return bound
}

/** The margin covers the rounding errors of the sums. */
function roundDown(compiled: Compiled, bound: number): number {
  const margin = 1e-6 + Math.abs(bound) * 1e-10
  if (compiled.workScale === 0) return bound + margin
  return Math.floor((bound + margin) * compiled.workScale) / compiled.workScale
}
