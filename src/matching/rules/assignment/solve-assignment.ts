import { type Assignment, compileAssignment } from './assignment.ts'
import { capacityPrices, impliedPrices, raisePrices, roundUp } from './bound.ts'
import type { Guide } from './group.ts'
import { Knapsack, type Block } from './knapsack.ts'
import { Regroup } from './regroup.ts'
import { AssignmentSearch, type Found } from './search.ts'
import { largestTables } from './tables.ts'
import { AssignmentTree, tolerance } from './tree.ts'
import type { Offer, Plan, PlanStats, Unfilled } from '../problem/plan.ts'
import type { Problem } from '../problem/problem.ts'

type AssignmentOptions = {
  readonly seed: number
  readonly moves: number
  readonly stop: () => boolean
  /** Asked while the bound is made tighter, which may use a part of the time. */
  readonly stopBound: () => boolean
  readonly onProgress: (cost: number, bound: number) => void
  readonly cpuSeconds: () => number
  readonly stopped: () => PlanStats['stopped']
}

const boundRounds = 600
const boundStages = 4
const hopePart = 0.01
const mostMinutes = 2 ** 30
/** The search for a first plan: moves in all, and moves for each job. */
const firstMoves = 300_000
const firstMovesPerJob = 4000
/** What groups may always cost, in branchings: small problems are then solved exactly with the smallest budget. */
const leastEffort = 50_000
/** The tree's branchings for a complete plan where the search found none. */
const branchingsToComplete = 500_000

/** Every package to one person within the capacities at the least total cost; the bound is a lower one. */
export function solveAssignment(problem: Problem, options: AssignmentOptions): Plan {
  const compiled = compileAssignment(problem)
  const prices = capacityPrices(compiled, guessCost(compiled), options.stopBound)
  const perMinute = Number.isFinite(prices.bound) ? prices.perMinute : new Float64Array(compiled.people.length)
  const guided = Number.isFinite(prices.bound) && compiled.capacity.every((one) => one < mostMinutes)
  const { guide, bound: raised } = guided ? guideOf(compiled, perMinute, prices.bound, options) : { guide: null, bound: prices.bound }
  const bound = roundUp(compiled, Math.max(prices.bound, raised))
  const search = new AssignmentSearch(compiled, perMinute, options.seed)
  const onBetter = (cost: number) => options.onProgress(cost, bound)
  const common = { seed: options.seed, stop: options.stop, target: bound, onBetter }
  const first =
    guide !== null && groupsFit(compiled) ? Math.min(options.moves, firstMoves + firstMovesPerJob * compiled.jobs.length) : options.moves
  const begun = search.run({ ...common, moves: first })
  if (guide === null || begun.person.includes(-1)) return reportAssignment(problem, compiled, begun, { bound, options })
  const left = options.moves - first
  const searched = begun.overload > 0 && left > 0 ? search.run({ ...common, moves: left, firstPlan: true }) : begun
  const found = searched.overload > 0 && groupsFit(compiled) ? completed(guide, searched, options.stop) : searched
  if (found.overload > 0 || !groupsFit(compiled)) return reportAssignment(problem, compiled, found, { bound, options })
  const best = new Regroup(guide, found, { ...common, effort: Math.max(left, leastEffort), wholeCosts: compiled.wholeCosts }).run()
  return reportAssignment(problem, compiled, { ...best, overload: 0 }, { bound: best.proven ? best.cost : bound, options })
}

/** Prices of jobs as good as time allows, with what follows from them. */
function guideOf(
  compiled: Assignment,
  perMinute: Float64Array,
  least: number,
  options: AssignmentOptions,
): { readonly guide: Guide; readonly bound: number } {
  const block = {
    people: compiled.people.length,
    jobs: compiled.jobs.length,
    capacity: compiled.capacity,
    cost: compiled.cost,
    minutes: Int32Array.from(compiled.minutes),
  }
  const knapsack = new Knapsack(block)
  const price = impliedPrices(compiled, perMinute)
  const bound = raiseInStages(block, price, { least, stop: options.stopBound }, knapsack)
  const rate = new Float64Array(block.people)
  const taken = new Int32Array(block.jobs)
  const profit = rate.map((_, person) => {
    const best = knapsack.best(person, price, taken)
    rate[person] = knapsack.rate
    return best
  })
  return { guide: { block, price, rate, profit, order: knapsack.order }, bound }
}

/**
 * The steps aim a little above the bound of capacity alone, and higher where much of that is reached: there the knapsacks raise it far. The number of
 * stages is limited, because where no plan is complete the bound has no end.
 */
function raiseInStages(
  block: Block,
  price: Float64Array,
  from: { readonly least: number; readonly stop: () => boolean },
  knapsack: Knapsack,
): number {
  let bound = from.least
  let hope = hopePart * Math.abs(from.least) + 1
  for (let stage = 1; ; stage += 1) {
    const rule = { upper: bound + hope, enough: Number.POSITIVE_INFINITY, rounds: boundRounds, patience: 12, factor: 1, stop: from.stop }
    const raised = raisePrices(block, price, rule, knapsack)
    if (stage === boundStages || !(raised > bound + hope / 3) || from.stop()) return raised
    bound = raised
    hope *= 2
  }
}

/** A complete plan by the tree where the search found none; what it had when there is none, or too much to look through. */
function completed({ block, order, price }: Guide, found: Found, stop: () => boolean): Found {
  let dearest = 0
  for (let job = 0; job < block.jobs; job += 1) {
    let most = 0
    for (let at = job; at < block.cost.length; at += block.jobs)
      if (Number.isFinite(block.cost[at]!)) most = Math.max(most, block.cost[at]!)
    dearest += most
  }
  const answer = new AssignmentTree().solve({ block, order }, price.slice(), {
    target: dearest,
    step: tolerance,
    branchings: branchingsToComplete,
    known: null,
    stop,
  })
  return answer.person === null ? found : { person: answer.person, cost: answer.cost, overload: 0 }
}

/** Whether the tables of two typical people are of a reasonable size. */
function groupsFit(compiled: Assignment): boolean {
  const people = Math.max(1, compiled.people.length)
  const widest = compiled.capacity.reduce((most, one) => Math.max(most, one), 0)
  return ((2 * widest + 2) * Math.min(2, people) * compiled.jobs.length) / people < largestTables
}

/** A guess at the cost, for the first steps of the price search: half way between the cheapest and the dearest person of each job. */
function guessCost(compiled: Assignment): number {
  let sum = 0
  for (let job = 0; job < compiled.jobs.length; job += 1) {
    let most = 0
    let least = Number.POSITIVE_INFINITY
    for (let person = 0; person < compiled.people.length; person += 1) {
      const cost = compiled.cost[person * compiled.jobs.length + job]!
      if (!Number.isFinite(cost)) continue
      most = Math.max(most, cost)
      least = Math.min(least, cost)
    }
    if (Number.isFinite(least)) sum += (least + most) / 2
  }
  return sum
}

type Told = { readonly bound: number; readonly options: AssignmentOptions }

function reportAssignment(problem: Problem, compiled: Assignment, found: Found, told: Told): Plan {
  const person = dropOverload(compiled, found)
  const offers: Offer[] = []
  const unfilled: Unfilled[] = []
  let cost = 0
  compiled.jobs.forEach((job, index) => {
    const chosen = person[index]!
    if (chosen < 0) return void unfilled.push({ package: job, units: 1, reason: shortage(compiled, index) })
    const at = chosen * compiled.jobs.length + index
    const minutes = compiled.minutes[at]!
    cost += compiled.cost[at]!
    const byDay = new Array<number>(problem.days).fill(0)
    byDay[0] = minutes
    offers.push({
      worker: compiled.people[chosen]!,
      package: job,
      units: 1,
      minutes,
      byDay,
      why: [`cost ${compiled.cost[at]}`, `minutes ${minutes}`],
    })
  })
  offers.sort((a, b) => (a.worker < b.worker ? -1 : a.worker > b.worker ? 1 : a.package < b.package ? -1 : 1))
  const bound = Number.isFinite(told.bound) ? (unfilled.length === 0 ? Math.min(told.bound, cost) : told.bound) : cost
  return {
    offers,
    reviews: [],
    acceptedByDay: [],
    unfilled,
    overloads: [],
    objective: { work: 0, fairness: 0, continuity: 0, risk: 0, total: cost },
    scores: { fairness: 0, continuity: 0, risk: 0 },
    bound,
    gap: cost > 0 ? Math.max(0, (cost - bound) / cost) : 0,
    prices: { package: {}, site: {}, municipality: {} },
    standby: {},
    onTime: {},
    stats: {
      cpuSeconds: told.options.cpuSeconds(),
      arcs: compiled.cost.reduce((count, one) => count + (Number.isFinite(one) ? 1 : 0), 0),
      workers: compiled.people.length,
      packages: compiled.jobs.length,
      iterations: told.options.moves === Number.POSITIVE_INFINITY ? 0 : told.options.moves,
      boundCoversAllArcs: true,
      stopped: told.options.stopped(),
    },
  }
}

/** Where no complete plan was found, overloaded people give up their smallest jobs that are enough; those without room anywhere are told as unfilled. */
function dropOverload(compiled: Assignment, found: Found): Int32Array {
  const person = found.person.slice()
  const jobs = compiled.jobs.length
  const load = new Float64Array(compiled.people.length)
  person.forEach((chosen, job) => chosen >= 0 && (load[chosen]! += compiled.minutes[chosen * jobs + job]!))
  for (let one = 0; one < load.length; one += 1) {
    while (load[one]! > compiled.capacity[one]!) {
      const over = load[one]! - compiled.capacity[one]!
      const mine = [...person.keys()]
        .filter((job) => person[job] === one)
        .sort((a, b) => compiled.minutes[one * jobs + a]! - compiled.minutes[one * jobs + b]!)
      const job = mine.find((candidate) => compiled.minutes[one * jobs + candidate]! >= over) ?? mine[mine.length - 1]!
      person[job] = -1
      load[one]! -= compiled.minutes[one * jobs + job]!
    }
  }
  placeWhereRoom(compiled, person, load)
  return person
}

/** Jobs without a person go to the cheapest one that still has room, those with the fewest minutes first. */
function placeWhereRoom(compiled: Assignment, person: Int32Array, load: Float64Array): void {
  const jobs = compiled.jobs.length
  const everybody = [...load.keys()]
  const fewest = (job: number) =>
    everybody.reduce(
      (least, one) => Math.min(least, Number.isFinite(compiled.cost[one * jobs + job]!) ? compiled.minutes[one * jobs + job]! : least),
      Number.POSITIVE_INFINITY,
    )
  const left = [...person.keys()].filter((job) => person[job]! < 0).map((job) => ({ job, minutes: fewest(job) }))
  for (const { job } of left.sort((a, b) => a.minutes - b.minutes || a.job - b.job)) {
    const cost = (one: number) => compiled.cost[one * jobs + job]!
    const free = everybody.filter(
      (one) => Number.isFinite(cost(one)) && load[one]! + compiled.minutes[one * jobs + job]! <= compiled.capacity[one]!,
    )
    const chosen = free.reduce((best, one) => (best < 0 || cost(one) < cost(best) ? one : best), -1)
    if (chosen < 0) continue
    person[job] = chosen
    load[chosen]! += compiled.minutes[chosen * jobs + job]!
  }
}

function shortage(compiled: Assignment, job: number): Unfilled['reason'] {
  const jobs = compiled.jobs.length
  let least = Number.POSITIVE_INFINITY
  for (let person = 0; person < compiled.people.length; person += 1) {
    if (Number.isFinite(compiled.cost[person * jobs + job]!)) least = Math.min(least, compiled.minutes[person * jobs + job]!)
  }
  return Number.isFinite(least)
    ? { gate: 'hours', need: {}, shortMinutes: least, municipality: null }
    : { gate: 'forbidden', need: {}, shortMinutes: 0, municipality: null }
}
