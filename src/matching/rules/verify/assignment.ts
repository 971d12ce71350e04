import { type Book, fault, pairKey, type PlanToVerify } from './book.ts'

/** Every package once, to an allowed person, within the capacities, at the cost that is told. */
export function checkAssignment(book: Book, plan: PlanToVerify): void {
  const pairs = new Map(book.problem.pairs.map((pair) => [pairKey(pair), pair]))
  const loads = new Map<string, number>()
  const placed = new Set<string>()
  let cost = 0
  plan.offers.forEach((offer, index) => {
    const path = `offers[${index}]`
    const pair = pairs.get(pairKey(offer))
    const closed = book.closed(offer.worker, offer.package)
    for (const code of closed) fault(book, path, code, { worker: offer.worker, package: offer.package })
    if (pair === undefined || pair.cost === null || pair.unitMinutes === null)
      return fault(book, path, 'not-allowed-pair', { worker: offer.worker, package: offer.package })
    if (placed.has(offer.package)) fault(book, path, 'repeated-offer', { worker: offer.worker, package: offer.package })
    placed.add(offer.package)
    if (offer.units !== 1) fault(book, `${path}.units`, 'divided', { units: offer.units })
    if (offer.minutes !== pair.unitMinutes)
      fault(book, `${path}.minutes`, 'wrong-minutes', { found: offer.minutes, expected: pair.unitMinutes })
    const sum = offer.byDay.reduce((all, minutes) => all + minutes, 0)
    if (sum !== offer.minutes) fault(book, `${path}.byDay`, 'wrong-sum-of-days', { sum, minutes: offer.minutes })
    loads.set(offer.worker, (loads.get(offer.worker) ?? 0) + pair.unitMinutes)
    cost += pair.cost
  })
  for (const { id, maxMinutes } of book.problem.workers) {
    const minutes = loads.get(id) ?? 0
    if (minutes > (maxMinutes ?? 0)) fault(book, 'offers', 'over-ceiling', { worker: id, minutes, ceiling: maxMinutes ?? 0 })
  }
  checkUnfilled(book, plan, placed)
  const close = 1e-6 + 1e-9 * Math.abs(cost)
  if (!(Math.abs(cost - plan.objective.total) <= close))
    fault(book, 'objective.total', 'wrong-total', { found: plan.objective.total, expected: cost })
  // A plan that leaves work undone may cost less than every whole plan.
  if (plan.unfilled.length === 0 && plan.bound > plan.objective.total + close)
    fault(book, 'bound', 'bound-below-plan', { bound: plan.bound, total: plan.objective.total })
}

function checkUnfilled(book: Book, plan: PlanToVerify, placed: ReadonlySet<string>): void {
  const told = new Set<string>()
  plan.unfilled.forEach((one, index) => {
    if (told.has(one.package) || !book.packages.has(one.package))
      fault(book, `unfilled[${index}]`, 'unfilled-wrong', { package: one.package, told: one.units })
    told.add(one.package)
  })
  for (const pack of book.problem.packages) {
    if (placed.has(pack.id) === told.has(pack.id))
      fault(book, 'unfilled', 'unfilled-wrong', { package: pack.id, left: placed.has(pack.id) ? 0 : 1, told: told.has(pack.id) ? 1 : 0 })
  }
}
