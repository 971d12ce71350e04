import type { Compiled } from '../problem/compile.ts'
import { type Prices, questionAt } from './question.ts'
import { Response } from './response.ts'
import { WholeLots } from './whole-lots.ts'
import { tuning } from './tuning.ts'

/**
 * The certificate: the most work that any plan can have, by Lagrangian duality. Whatever the prices, what is shared at its price plus what every
 * person would gain at those prices is at least the best plan. Time for reviews is bought and sold at its price. Accepted work keeps its hours but
 * not its seats, which can only make the bound larger. Where every sum of work is a multiple of one step, the bound is rounded down to it.
 */
export function workBound(compiled: Compiled, prices: Prices): number {
  const response = new Response(compiled)
  const lots = new WholeLots(compiled, response)
  const answers = Math.max(1, Math.min(tuning.answersEach, Math.floor(tuning.answersInAll / compiled.workers.length)))
  const question = questionAt(compiled, prices)
  return roundDown(compiled, sharedAt(compiled, prices) + sumOfPeople(compiled, (worker) => lots.bound(worker, question, answers)))
}

/** The same with parts of units and lots of any size, which is the linear relaxation where the prices are best. */
export function dualValue(compiled: Compiled, prices: Prices, response: Response): number {
  const question = questionAt(compiled, prices)
  return (
    sharedAt(compiled, prices) +
    sumOfPeople(compiled, (worker) => {
      response.free()
      return response.worth(worker, question)
    })
  )
}

function sharedAt(compiled: Compiled, prices: Prices): number {
  let worth = 0
  for (let pack = 0; pack < compiled.packages.length; pack += 1) worth += prices.package[pack]! * compiled.fillable[pack]!
  for (let seat = 0; seat < compiled.seats.length; seat += 1) worth += prices.seat[seat]! * compiled.seats[seat]!
  return worth
}

function sumOfPeople(compiled: Compiled, worth: (worker: number) => number): number {
  let sum = 0
  for (let worker = 0; worker < compiled.workers.length; worker += 1) sum += worth(worker)
  return sum
}

/** The margin covers the rounding errors of the sums. */
function roundDown(compiled: Compiled, bound: number): number {
  const margin = 1e-6 + Math.abs(bound) * 1e-10
  if (compiled.workScale === 0) return bound + margin
  return Math.floor((bound + margin) * compiled.workScale) / compiled.workScale
}
