import { exchange, isEqualWork, isMovable, mayGive, mayTake, type Part } from '../plan/equal-moves.ts'
import type { OpenPlan } from '../plan/open-plan.ts'
import { arcOf } from '../problem/compile.ts'
import { tuning } from './tuning.ts'

type Swap = { readonly given: readonly [Part, Part]; readonly taken: readonly [Part, Part] }

/** Fewer offers to the same people; see `Swaps`. Somebody with two lots also puts one to the other where that is as much work. */
export function gather(plan: OpenPlan, stop: () => boolean): void {
  for (let worker = 0; worker < plan.held.length; worker += 1) {
    if (worker % 1024 === 0 && stop()) return
    if (plan.held[worker]!.length > 1) mergeLots(plan, worker)
  }
  const swaps = new Swaps(plan, (swap) => offersMore(plan, swap) < 0)
  forEachPackage(plan, stop, (_, lots, budget) => swaps.between(lots, lots, budget))
}

/** Smaller lots for those who may decline, with the same number of offers; see `Swaps`. */
export function spread(plan: OpenPlan, stop: () => boolean): void {
  const { arcWorker, byPackage, packageStart, workers } = plan.compiled
  const declines = Float64Array.from(workers, (worker) => 1 - worker.acceptProbability)
  const swaps = new Swaps(plan, (swap) => offersMore(plan, swap) === 0 && riskMore(plan, declines, swap) < -1e-9)
  forEachPackage(plan, stop, (pack, lots, budget) => {
    const risky = lots.map((arc) => ({ arc, risk: declines[arcWorker[arc]!]! * plan.units[arc]! ** 2 })).filter(({ risk }) => risk > 0)
    risky.sort((a, b) => b.risk - a.risk || a.arc - b.arc)
    const largest = risky.slice(0, tuning.riskyLots).map(({ arc }) => arc)
    swaps.between(largest, byPackage.subarray(packageStart[pack]!, packageStart[pack + 1]!), budget)
  })
}

/** Visits every package with its lots that may be moved, in order of worker, and with the looks it has. */
function forEachPackage(plan: OpenPlan, stop: () => boolean, visit: (pack: number, lots: readonly number[], budget: number) => void): void {
  const lots: number[][] = Array.from(plan.left, () => [])
  for (const held of plan.held) for (const arc of held) if (isMovable(plan, arc)) lots[plan.compiled.arcPackage[arc]!]!.push(arc)
  const budget = Math.ceil((tuning.swapLooks + tuning.swapLooksPerArc * plan.compiled.arcCount) / lots.length)
  for (const [pack, own] of lots.entries()) {
    if (pack % 64 === 0 && stop()) return
    visit(pack, own, budget)
  }
}

/** Gives up a whole lot for as many minutes of another package that the same person has and that is not all given out. */
function mergeLots(plan: OpenPlan, worker: number): void {
  const { arcMinutes, arcPackage, arcValue } = plan.compiled
  const lots = plan.held[worker]!.filter((arc) => isMovable(plan, arc)).sort((a, b) => a - b)
  for (const drop of lots) {
    const given = { arc: drop, units: plan.units[drop]! }
    const minutes = given.units * arcMinutes[drop]!
    for (const take of lots) {
      const units = minutes / arcMinutes[take]!
      const taken = { arc: take, units }
      if (take === drop || plan.units[take] === 0 || !Number.isInteger(units) || units > plan.left[arcPackage[take]!]!) continue
      if (units * arcValue[take]! === given.units * arcValue[drop]! && mayTake(plan, taken) && exchange(plan, [given], [taken])) break
    }
  }
}

/**
 * Two people swap lots, or parts of lots, of equal minutes. Every unit is worth the same with both, so neither the work nor anybody's minutes
 * change, and with them no objective above these; in particular nobody gets less work because they may decline.
 */
class Swaps {
  readonly #plan: OpenPlan
  readonly #isBetter: (swap: Swap) => boolean

  constructor(plan: OpenPlan, isBetter: (swap: Swap) => boolean) {
    this.#plan = plan
    this.#isBetter = isBetter
  }

  /** Looks at swaps in which some lots of a package go to some of its other people. */
  between(lots: readonly number[], others: ArrayLike<number>, budget: number): void {
    let open = budget
    for (const lot of lots) {
      for (let at = 0; at < others.length && this.#plan.units[lot]! > 0; at += 1) {
        open -= 1
        if (open < 0) return
        const other = others[at]!
        if (isEqualWork(this.#plan, lot, other) && isMovable(this.#plan, other)) open -= this.#swap(lot, other)
      }
    }
  }

  /** Makes the first swap that is better, and answers how many were looked at. */
  #swap(from: number, to: number): number {
    const { arcMinutes, arcPackage, arcWorker } = this.#plan.compiled
    const held = [...this.#plan.held[arcWorker[to]!]!]
    const had = this.#plan.units[from]!
    for (const back of held) {
      if (arcPackage[back] === arcPackage[to] || !isMovable(this.#plan, back)) continue
      const home = arcOf(this.#plan.compiled, arcWorker[from]!, arcPackage[back]!)
      if (home < 0 || !isMovable(this.#plan, home) || !isEqualWork(this.#plan, back, home)) continue
      const backMinutes = this.#plan.units[back]! * arcMinutes[back]!
      for (const units of [had, backMinutes / arcMinutes[from]!, had >> 1]) {
        const backUnits = (units * arcMinutes[from]!) / arcMinutes[back]!
        if (units > had || backUnits > this.#plan.units[back]! || !Number.isInteger(units) || !Number.isInteger(backUnits)) continue
        if (
          this.#try({
            given: [
              { arc: from, units },
              { arc: back, units: backUnits },
            ],
            taken: [
              { arc: to, units },
              { arc: home, units: backUnits },
            ],
          })
        )
          return held.length
      }
    }
    return held.length
  }

  #try(swap: Swap): boolean {
    const lotsStay = swap.given.every((part) => mayGive(this.#plan, part)) && swap.taken.every((part) => mayTake(this.#plan, part))
    return lotsStay && this.#isBetter(swap) && exchange(this.#plan, swap.given, swap.taken)
  }
}

/** How many offers more there would be. */
function offersMore(plan: OpenPlan, { given, taken }: Swap): number {
  const ended = given.filter(({ arc, units }) => plan.units[arc] === units).length
  return taken.filter(({ arc }) => plan.units[arc] === 0).length - ended
}

/** By how much the risk of the packages would grow, in the measure of the objective before it is divided by the number of packages. */
function riskMore(plan: OpenPlan, declines: Float64Array, { given, taken }: Swap): number {
  const { arcPackage, arcWorker, units: asked } = plan.compiled
  let more = 0
  const count = (arc: number, change: number) => {
    const pack = arcPackage[arc]!
    const offered = asked[pack]! - plan.left[pack]!
    more += (declines[arcWorker[arc]!]! * change * (2 * plan.units[arc]! + change)) / (offered * offered)
  }
  for (const { arc, units } of given) count(arc, -units)
  for (const { arc, units } of taken) count(arc, units)
  return more
}
