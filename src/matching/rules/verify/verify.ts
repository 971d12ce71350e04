import type { Plan } from '../problem/plan.ts'
import type { Problem } from '../problem/problem.ts'
import { checkAssignment } from './assignment.ts'
import { type Book, fault, levelIn, openBook, pairKey, type PlanToVerify, type Violation } from './book.ts'
import { checkDays } from './days.ts'

export type { PlanToVerify, Violation, ViolationCode } from './book.ts'

/**
 * An independent look at a plan, day by day and from the raw problem only. It shares no code with the solver on purpose: what both would get
 * wrong together nobody would see. Answers every violation with the place in the plan.
 */
export function verify(problem: Problem, plan: PlanToVerify): Violation[] {
  const book = openBook(problem)
  if (problem.objective === 'assignment-cost') {
    checkAssignment(book, plan)
    return book.violations
  }
  const accepted = new Set(problem.accepted.map(pairKey))
  const seen = new Set<string>()
  plan.offers.forEach((offer, index) => {
    const path = `offers[${index}]`
    const key = pairKey(offer)
    if (accepted.has(key)) fault(book, path, 'repeats-accepted', { worker: offer.worker, package: offer.package })
    if (seen.has(key)) fault(book, path, 'repeated-offer', { worker: offer.worker, package: offer.package })
    seen.add(key)
    checkOffer(book, offer, path)
  })
  checkUnits(book, plan)
  checkDays(book, plan)
  checkReviews(book, plan)
  checkTotals(book, plan)
  return book.violations
}

function checkOffer(book: Book, offer: Plan['offers'][number], path: string): void {
  const worker = book.workers.get(offer.worker)
  const pack = book.packages.get(offer.package)
  if (worker === undefined) fault(book, `${path}.worker`, 'unknown-worker', { found: offer.worker })
  if (pack === undefined) fault(book, `${path}.package`, 'unknown-package', { found: offer.package })
  if (worker === undefined || pack === undefined) return
  checkGates(book, worker, pack, path)
  const smallest = pack.indivisible ? pack.units : Math.min(pack.minUnits, pack.units)
  // A share such as 0.29 of 100 units is 29, though its nearest binary fraction gives a little less.
  const largest = pack.indivisible ? pack.units : Math.max(pack.minUnits, Math.floor(pack.maxShare * pack.units + 1e-9))
  if (!Number.isSafeInteger(offer.units) || offer.units < 1) fault(book, `${path}.units`, 'not-integer', { found: offer.units })
  if (offer.units < smallest)
    fault(book, `${path}.units`, pack.indivisible ? 'divided' : 'lot-too-small', { units: offer.units, least: smallest })
  if (offer.units > largest) fault(book, `${path}.units`, 'lot-too-large', { units: offer.units, most: largest })
  const minutes = offer.units * book.unitMinutes(worker.id, pack.id)
  if (offer.minutes !== minutes) fault(book, `${path}.minutes`, 'wrong-minutes', { found: offer.minutes, expected: minutes })
  checkByDay(book, offer.byDay, offer.minutes, pack, path)
}

function checkByDay(book: Book, byDay: readonly number[], minutes: number, pack: Problem['packages'][number], path: string): void {
  let sum = 0
  byDay.forEach((used, day) => {
    sum += used
    if (!Number.isSafeInteger(used) || used < 0) fault(book, `${path}.byDay[${day}]`, 'not-integer', { found: used })
    const inside = day >= pack.releaseDay && day <= pack.dueDay && day < book.problem.days
    if (used !== 0 && !inside)
      fault(book, `${path}.byDay[${day}]`, 'outside-window', { day, releaseDay: pack.releaseDay, dueDay: pack.dueDay })
  })
  if (sum !== minutes) fault(book, `${path}.byDay`, 'wrong-sum-of-days', { sum, minutes })
}

function checkGates(book: Book, worker: Problem['workers'][number], pack: Problem['packages'][number], path: string): void {
  const short = shortLevels(worker, pack)
  // One level of one skill may be short where the work is reviewed; anything more may not.
  if (short.length > 0 && (pack.review === null || short.length > 1 || short[0] !== 1))
    fault(book, path, 'skill', { worker: worker.id, package: pack.id })
  for (const item of pack.equipment) if (!worker.equipment.includes(item)) fault(book, path, 'equipment', { worker: worker.id, item })
  if (pack.onSite !== null && worker.site !== pack.onSite) fault(book, path, 'site', { worker: worker.id, site: pack.onSite })
  for (const closed of book.closed(worker.id, pack.id)) fault(book, path, closed, { worker: worker.id, package: pack.id })
}

/** By how many levels each skill that is short is short. */
function shortLevels(worker: Problem['workers'][number], pack: Problem['packages'][number]): number[] {
  return Object.entries(pack.skills).flatMap(([skill, level]) =>
    levelIn(worker.skills, skill) < level ? [level - levelIn(worker.skills, skill)] : [],
  )
}

/** Nothing is given out twice, and what is not given out is told, every unit of it. */
function checkUnits(book: Book, plan: PlanToVerify): void {
  const taken = new Map<string, number>()
  for (const one of [book.problem.accepted, plan.offers].flat()) taken.set(one.package, (taken.get(one.package) ?? 0) + one.units)
  const told = new Map<string, number>()
  plan.unfilled.forEach((one, index) => {
    if (told.has(one.package) || !book.packages.has(one.package))
      fault(book, `unfilled[${index}]`, 'unfilled-wrong', { package: one.package, told: one.units })
    told.set(one.package, one.units)
  })
  for (const pack of book.problem.packages) {
    const given = taken.get(pack.id) ?? 0
    const left = pack.units - given
    if (left < 0) fault(book, 'offers', 'too-many-units', { package: pack.id, units: pack.units, taken: given })
    else if (left !== (told.get(pack.id) ?? 0))
      fault(book, 'unfilled', 'unfilled-wrong', { package: pack.id, left, told: told.get(pack.id) ?? 0 })
  }
}

function checkReviews(book: Book, plan: PlanToVerify): void {
  const given = new Map<string, number>()
  const offered = new Set(plan.offers.map(pairKey))
  for (const [index, review] of (plan.reviews ?? []).entries()) {
    const path = `reviews[${index}]`
    const pack = book.packages.get(review.package)
    const reviewer = book.workers.get(review.worker)
    if (reviewer === undefined) fault(book, `${path}.worker`, 'unknown-worker', { found: review.worker })
    if (pack === undefined) fault(book, `${path}.package`, 'unknown-package', { found: review.package })
    if (pack === undefined || reviewer === undefined) continue
    checkByDay(book, review.byDay, review.minutes, pack, path)
    const key = pairKey({ worker: review.for, package: review.package })
    if (pack.review === null || !offered.has(key)) fault(book, path, 'review-without-offer', { for: review.for, package: review.package })
    const able = Object.entries(pack.review?.skills ?? {}).every(([skill, level]) => levelIn(reviewer.skills, skill) >= level)
    if (!able || review.worker === review.for) fault(book, path, 'reviewer-not-able', { worker: review.worker, package: review.package })
    given.set(key, (given.get(key) ?? 0) + review.minutes)
  }
  plan.offers.forEach((offer, index) => {
    const pack = book.packages.get(offer.package)
    const worker = book.workers.get(offer.worker)
    if (pack === undefined || worker === undefined || pack.review === null || shortLevels(worker, pack).length === 0) return
    const needed = pack.review.share * offer.minutes
    const minutes = given.get(pairKey(offer)) ?? 0
    if (minutes < needed - 1e-9 * (1 + needed)) fault(book, `offers[${index}]`, 'review-missing', { needed, minutes })
  })
}

function checkTotals(book: Book, plan: PlanToVerify): void {
  const values = new Map(book.problem.pairs.map((pair) => [pairKey(pair), pair.value]))
  let expected = 0
  for (const offer of plan.offers) {
    const pack = book.packages.get(offer.package)
    if (pack !== undefined) expected += offer.units * pack.unitMinutes * (values.get(pairKey(offer)) ?? pack.priority)
  }
  const { continuity = 0, fairness = 0, risk = 0, total, work } = plan.objective
  const differs = (a: number, b: number) => !(Math.abs(a - b) <= 1e-6 + 1e-9 * Math.abs(b))
  if (differs(work, expected)) fault(book, 'objective.work', 'wrong-total', { found: work, expected })
  if (differs(total, work + fairness + continuity + risk))
    fault(book, 'objective.total', 'wrong-total', { found: total, expected: work + fairness + continuity + risk })
  if (plan.bound < total && differs(plan.bound, total)) fault(book, 'bound', 'bound-below-plan', { bound: plan.bound, total })
}
