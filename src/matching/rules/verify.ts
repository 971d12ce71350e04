import type { Problem, Worker, WorkPackage } from './problem.ts'
import type { Plan } from './plan.ts'

/**
 * An independent look at a plan, day by day and from the raw problem only. It shares no code with the solver on purpose: what both would get
 * wrong together nobody would see. Answers every violation with the place in the plan.
 */
export type Violation = { readonly path: string; readonly code: ViolationCode; readonly details: Readonly<Record<string, string | number>> }

export type ViolationCode =
  | 'unknown-worker'
  | 'unknown-package'
  | 'repeated-offer'
  | 'repeats-accepted'
  | 'not-integer'
  | 'skill'
  | 'equipment'
  | 'site'
  | 'forbidden'
  | 'declined'
  | 'lot-too-small'
  | 'lot-too-large'
  | 'divided'
  | 'too-many-units'
  | 'wrong-minutes'
  | 'wrong-sum-of-days'
  | 'outside-window'
  | 'too-many-minutes-on-day'
  | 'over-ceiling'
  | 'too-many-seat-minutes'
  | 'review-missing'
  | 'reviewer-not-able'
  | 'unfilled-wrong'
  | 'bound-below-plan'
  | 'wrong-total'
  | 'not-allowed-pair'

type Book = {
  readonly problem: Problem
  readonly workers: ReadonlyMap<string, Worker>
  readonly packages: ReadonlyMap<string, WorkPackage>
  readonly unitMinutes: (worker: string, pack: string) => number
  readonly closed: (worker: string, pack: string) => 'forbidden' | 'declined' | null
  readonly violations: Violation[]
}

export type PlanToVerify = Pick<Plan, 'offers' | 'unfilled' | 'objective' | 'bound'> & Partial<Pick<Plan, 'reviews' | 'acceptedByDay' | 'overloads'>>

export function verify(problem: Problem, plan: PlanToVerify): Violation[] {
  const book = openBook(problem)
  if (problem.objective === 'assignment-cost') {
    checkAssignment(book, plan)
    return book.violations
  }
  const seen = new Set(problem.accepted.map((one) => `${one.worker}\n${one.package}`))
  const acceptedKeys = new Set(seen)
  plan.offers.forEach((offer, index) => {
    const path = `offers[${index}]`
    const key = `${offer.worker}\n${offer.package}`
    if (acceptedKeys.has(key)) fault(book, path, 'repeats-accepted', { worker: offer.worker, package: offer.package })
    else if (seen.has(key)) fault(book, path, 'repeated-offer', { worker: offer.worker, package: offer.package })
    seen.add(key)
    checkOffer(book, offer, path)
  })
  checkUnits(book, plan)
  checkDays(book, plan)
  checkReviews(book, plan)
  checkTotals(book, plan)
  return book.violations
}

function openBook(problem: Problem): Book {
  const pairs = new Map(problem.pairs.map((pair) => [`${pair.worker}\n${pair.package}`, pair]))
  const declined = new Set(problem.declined.map((pair) => `${pair.worker}\n${pair.package}`))
  const packages = new Map(problem.packages.map((pack) => [pack.id, pack]))
  return {
    problem,
    workers: new Map(problem.workers.map((worker) => [worker.id, worker])),
    packages,
    unitMinutes: (worker, pack) => pairs.get(`${worker}\n${pack}`)?.unitMinutes ?? packages.get(pack)?.unitMinutes ?? 0,
    closed: (worker, pack) => {
      if (pairs.get(`${worker}\n${pack}`)?.forbidden === true) return 'forbidden'
      return declined.has(`${worker}\n${pack}`) ? 'declined' : null
    },
    violations: [],
  }
}

function fault(book: Book, path: string, code: ViolationCode, details: Readonly<Record<string, string | number>>): void {
  book.violations.push({ path, code, details })
}

function checkOffer(book: Book, offer: Plan['offers'][number], path: string): void {
  const worker = book.workers.get(offer.worker)
  const pack = book.packages.get(offer.package)
  if (worker === undefined) return fault(book, `${path}.worker`, 'unknown-worker', { found: offer.worker })
  if (pack === undefined) return fault(book, `${path}.package`, 'unknown-package', { found: offer.package })
  checkGates(book, worker, pack, path)
  const smallest = pack.indivisible ? pack.units : Math.min(pack.minUnits, pack.units)
  const largest = pack.indivisible ? pack.units : Math.max(pack.minUnits, Math.floor(pack.maxShare * pack.units + 1e-9))
  if (!Number.isSafeInteger(offer.units) || offer.units < 1) fault(book, `${path}.units`, 'not-integer', { found: offer.units })
  if (offer.units < smallest) fault(book, `${path}.units`, pack.indivisible ? 'divided' : 'lot-too-small', { units: offer.units, least: smallest })
  if (offer.units > largest) fault(book, `${path}.units`, 'lot-too-large', { units: offer.units, most: largest })
  const minutes = offer.units * book.unitMinutes(worker.id, pack.id)
  if (offer.minutes !== minutes) fault(book, `${path}.minutes`, 'wrong-minutes', { found: offer.minutes, expected: minutes })
  checkByDay(book, offer.byDay, offer.minutes, pack, path)
}

function checkByDay(book: Book, byDay: readonly number[], minutes: number, pack: WorkPackage, path: string): void {
  let sum = 0
  byDay.forEach((used, day) => {
    sum += used
    if (!Number.isSafeInteger(used) || used < 0) fault(book, `${path}.byDay[${day}]`, 'not-integer', { found: used })
    if (used > 0 && (day < pack.releaseDay || day > pack.dueDay || day >= book.problem.days)) fault(book, `${path}.byDay[${day}]`, 'outside-window', { day, releaseDay: pack.releaseDay, dueDay: pack.dueDay })
  })
  if (sum !== minutes) fault(book, `${path}.byDay`, 'wrong-sum-of-days', { sum, minutes })
}

function checkGates(book: Book, worker: Worker, pack: WorkPackage, path: string): void {
  let short = 0
  for (const [skill, level] of Object.entries(pack.skills)) {
    const had = Object.entries(worker.skills).find(([name]) => name === skill)?.[1] ?? 0
    // One level short of one skill counts 1, anything worse counts so much that review cannot cover it.
    if (had < level) short += level - had === 1 ? 1 : 2
  }
  if (short > (pack.review === null ? 0 : 1)) fault(book, path, 'skill', { worker: worker.id, package: pack.id })
  for (const item of pack.equipment) if (!worker.equipment.includes(item)) fault(book, path, 'equipment', { worker: worker.id, item })
  if (pack.onSite !== null && worker.site !== pack.onSite) fault(book, path, 'site', { worker: worker.id, site: pack.onSite })
  const closed = book.closed(worker.id, pack.id)
  if (closed !== null) fault(book, path, closed, { worker: worker.id, package: pack.id })
}

function checkUnits(book: Book, plan: PlanToVerify): void {
  const taken = new Map<string, number>()
  const byPair = new Map<string, number>()
  for (const one of [...book.problem.accepted, ...plan.offers]) {
    taken.set(one.package, (taken.get(one.package) ?? 0) + one.units)
    const key = `${one.worker}\n${one.package}`
    byPair.set(key, (byPair.get(key) ?? 0) + one.units)
  }
  const open = new Map<string, number>()
  plan.unfilled.forEach((one, index) => {
    if (open.has(one.package) || !book.packages.has(one.package)) fault(book, `unfilled[${index}]`, 'unfilled-wrong', { package: one.package, units: one.units })
    open.set(one.package, one.units)
  })
  for (const pack of book.problem.packages) {
    const left = pack.units - (taken.get(pack.id) ?? 0)
    if (left < 0) fault(book, 'offers', 'too-many-units', { package: pack.id, units: pack.units, taken: taken.get(pack.id) ?? 0 })
    else if (left !== (open.get(pack.id) ?? 0)) fault(book, 'unfilled', 'unfilled-wrong', { package: pack.id, left, told: open.get(pack.id) ?? 0 })
  }
}

/** Simulates every person's days and every site's seats; accepted work is laid where the plan says. */
function checkDays(book: Book, plan: PlanToVerify): void {
  const days = book.problem.days
  const used = new Map<string, number[]>()
  const seats = new Map<string, number[]>()
  const lay = (worker: string, pack: string | null, byDay: readonly number[]) => {
    const row = used.get(worker) ?? new Array<number>(days).fill(0)
    used.set(worker, row)
    const site = pack === null ? null : (book.packages.get(pack)?.onSite ?? null)
    const room = site === null ? null : (seats.get(site) ?? new Array<number>(days).fill(0))
    if (site !== null && room !== null) seats.set(site, room)
    byDay.forEach((minutes, day) => {
      row[day] = (row[day] ?? 0) + minutes
      if (room !== null) room[day] = (room[day] ?? 0) + minutes
    })
  }
  for (const offer of plan.offers) lay(offer.worker, offer.package, offer.byDay)
  for (const one of plan.reviews ?? []) lay(one.worker, null, one.byDay)
  for (const one of plan.acceptedByDay ?? []) lay(one.worker, one.package, one.byDay)
  const excused = new Set((plan.overloads ?? []).map((one) => one.worker))
  for (const worker of book.problem.workers) {
    const row = used.get(worker.id) ?? []
    row.forEach((minutes, day) => {
      if (minutes > (worker.minutesByDay[day] ?? 0)) fault(book, 'offers', 'too-many-minutes-on-day', { worker: worker.id, day, minutes, free: worker.minutesByDay[day] ?? 0 })
    })
    const total = row.reduce((sum, minutes) => sum + minutes, 0)
    if (worker.maxMinutes !== null && total > worker.maxMinutes && !excused.has(worker.id)) fault(book, 'offers', 'over-ceiling', { worker: worker.id, minutes: total, ceiling: worker.maxMinutes })
  }
  for (const site of book.problem.sites) {
    seats.get(site.id)?.forEach((minutes, day) => {
      if (minutes > (site.seatMinutesByDay[day] ?? 0)) fault(book, 'offers', 'too-many-seat-minutes', { site: site.id, day, minutes, seats: site.seatMinutesByDay[day] ?? 0 })
    })
  }
}

function checkReviews(book: Book, plan: PlanToVerify): void {
  const given = new Map<string, number>()
  for (const [index, review] of (plan.reviews ?? []).entries()) {
    const pack = book.packages.get(review.package)
    const reviewer = book.workers.get(review.worker)
    if (pack === undefined || reviewer === undefined || pack.review === null) {
      fault(book, `reviews[${index}]`, 'unknown-package', { found: review.package })
      continue
    }
    checkByDay(book, review.byDay, review.minutes, pack, `reviews[${index}]`)
    const able = Object.entries(pack.review.skills).every(([skill, level]) => (reviewer.skills[skill] ?? 0) >= level)
    if (!able || review.worker === review.for) fault(book, `reviews[${index}]`, 'reviewer-not-able', { worker: review.worker, package: review.package })
    const key = `${review.for}\n${review.package}`
    given.set(key, (given.get(key) ?? 0) + review.minutes)
  }
  plan.offers.forEach((offer, index) => {
    const pack = book.packages.get(offer.package)
    const worker = book.workers.get(offer.worker)
    if (pack === undefined || worker === undefined || pack.review === null) return
    const growing = Object.entries(pack.skills).some(([skill, level]) => (worker.skills[skill] ?? 0) < level)
    const needed = growing ? pack.review.share * offer.minutes : 0
    const minutes = given.get(`${offer.worker}\n${offer.package}`) ?? 0
    if (minutes < needed) fault(book, `offers[${index}]`, 'review-missing', { needed, minutes })
  })
}

function checkTotals(book: Book, plan: PlanToVerify): void {
  const values = new Map(book.problem.pairs.map((pair) => [`${pair.worker}\n${pair.package}`, pair.value]))
  let work = 0
  for (const offer of plan.offers) {
    const pack = book.packages.get(offer.package)
    if (pack !== undefined) work += offer.units * pack.unitMinutes * (values.get(`${offer.worker}\n${offer.package}`) ?? pack.priority)
  }
  const close = 1e-6 + Math.abs(work) * 1e-9
  if (Math.abs(work - plan.objective.work) > close) fault(book, 'objective.work', 'wrong-total', { found: plan.objective.work, expected: work })
  if (plan.bound < plan.objective.total - close) fault(book, 'bound', 'bound-below-plan', { bound: plan.bound, total: plan.objective.total })
}

function checkAssignment(book: Book, plan: PlanToVerify): void {
  const pairs = new Map(book.problem.pairs.map((pair) => [`${pair.worker}\n${pair.package}`, pair]))
  const loads = new Map<string, number>()
  const placed = new Set<string>()
  let cost = 0
  plan.offers.forEach((offer, index) => {
    const pair = pairs.get(`${offer.worker}\n${offer.package}`)
    if (pair === undefined || pair.forbidden) return fault(book, `offers[${index}]`, 'not-allowed-pair', { worker: offer.worker, package: offer.package })
    if (placed.has(offer.package)) fault(book, `offers[${index}]`, 'divided', { package: offer.package })
    placed.add(offer.package)
    if (offer.units !== 1) fault(book, `offers[${index}].units`, 'too-many-units', { units: offer.units })
    if (offer.minutes !== pair.unitMinutes) fault(book, `offers[${index}].minutes`, 'wrong-minutes', { found: offer.minutes, expected: pair.unitMinutes ?? 0 })
    loads.set(offer.worker, (loads.get(offer.worker) ?? 0) + offer.minutes)
    cost += pair.cost ?? 0
  })
  for (const worker of book.problem.workers) {
    const load = loads.get(worker.id) ?? 0
    if (load > (worker.maxMinutes ?? 0)) fault(book, 'offers', 'over-ceiling', { worker: worker.id, minutes: load, ceiling: worker.maxMinutes ?? 0 })
  }
  const open = new Set(plan.unfilled.map((one) => one.package))
  for (const pack of book.problem.packages) {
    if (placed.has(pack.id) === open.has(pack.id)) fault(book, 'unfilled', 'unfilled-wrong', { package: pack.id })
  }
  if (Math.abs(cost - plan.objective.total) > 1e-6) fault(book, 'objective.total', 'wrong-total', { found: plan.objective.total, expected: cost })
  if (open.size === 0 && plan.bound > plan.objective.total + 1e-6) fault(book, 'bound', 'bound-below-plan', { bound: plan.bound, total: plan.objective.total })
}
