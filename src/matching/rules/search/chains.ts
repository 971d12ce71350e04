import type { ArcState, OpenPlan } from '../plan/open-plan.ts'
import { placeLot } from '../plan/place-lot.ts'
import { Random } from '../random.ts'
import { outOfReach } from './reach.ts'
import { marginAt, type Prices, type Question, questionAt } from '../prices/question.ts'
import { tuning } from './tuning.ts'

/** One way to make room: somebody gives up part of `drop` to take units of `take`; `regret` is what that costs at the prices, for the units taken. */
type Exchange = { readonly take: number; readonly drop: number; readonly regret: number }

/**
 * Fills packages by chains: somebody gives up other work to take this one, somebody else takes the work given up, and so on. The prices say
 * which exchanges cost little; a chain is kept only when the plan is better by true worth, else everything is put back.
 */
export class Chains {
  readonly #plan: OpenPlan
  readonly #prices: Prices
  readonly #question: Question
  readonly #random: Random
  readonly #log: ArcState[] = []
  #nodes = 0
  /** Exchanges between each package and idle time, when chains are to follow them. */
  #reach: Uint8Array | null = null

  constructor(plan: OpenPlan, prices: Prices, seed: number) {
    this.#plan = plan
    this.#prices = prices
    this.#question = questionAt(plan.compiled, prices)
    this.#random = new Random(seed)
  }

  /** From now on chains go where idle time is near; see reach.ts. */
  aim(reach: Uint8Array): void {
    this.#reach = reach
  }

  /** Tries to place units of a package that nobody has; answers whether the plan became better. `nodes` limits the exchanges tried. */
  fill(pack: number, nodes: number): boolean {
    let better = false
    while (this.#plan.left[pack]! > 0) {
      this.#nodes = nodes
      this.#log.length = 0
      const before = this.#plan.work
      const gain = this.#place(pack, tuning.deepest, 0, before)
      if (gain <= 1e-7) {
        this.#rollBack(0)
        return better
      }
      better = true
    }
    return better
  }

  /** Places units of a package directly or by exchanges; answers the gain against `before`, rolled back where there is none. */
  #place(pack: number, depth: number, spent: number, before: number): number {
    this.#placeFreely(pack)
    if (this.#plan.work - before > 1e-7) return this.#plan.work - before
    if (depth === 0) return 0
    const potential = this.#potential(pack)
    for (const exchange of this.#exchanges(pack)) {
      if (this.#nodes <= 0) return 0
      if (spent + exchange.regret >= potential + 1e-7) continue
      this.#nodes -= 1
      const mark = this.#log.length
      const given = this.#plan.compiled.arcPackage[exchange.drop]!
      if (this.#swap(exchange.take, exchange.drop)) {
        if (this.#plan.work - before > 1e-7) return this.#plan.work - before
        if (this.#plan.left[given]! > 0 && this.#place(given, depth - 1, spent + exchange.regret, before) > 1e-7)
          return this.#plan.work - before
      }
      this.#rollBack(mark)
    }
    return 0
  }

  /** What placing the package may gain: its price, or its worth where idle time can be reached. */
  #potential(pack: number): number {
    const described = this.#plan.compiled.packages[pack]!
    const worth = this.#reach === null ? this.#prices.package[pack]! : described.unitMinutes * described.priority
    return worth * this.#plan.left[pack]!
  }

  /** Gives units to people who have time for them. */
  #placeFreely(pack: number): void {
    const plan = this.#plan
    const compiled = plan.compiled
    const first = compiled.packageStart[pack]!
    const count = compiled.packageStart[pack + 1]! - first
    const offset = count > 0 ? this.#random.below(count) : 0
    for (let step = 0; step < count && plan.left[pack]! > 0; step += 1) {
      const arc = compiled.byPackage[first + ((offset + step) % count)]!
      const worker = compiled.arcWorker[arc]!
      const units = plan.units[arc]! === 0 ? compiled.lotMin[pack]! : 1
      if (
        plan.capacity[worker]! - plan.used[worker]! < units * compiled.arcMinutes[arc]! ||
        compiled.arcGrowth[arc] === 1 ||
        compiled.arcValue[arc]! <= 0
      )
        continue
      this.#log.push(plan.snapshot(arc))
      if (placeLot(plan, arc) === 0) this.#log.pop()
    }
  }

  /** The exchanges that cost least at the prices, cheapest first. */
  #exchanges(pack: number): Exchange[] {
    const plan = this.#plan
    const compiled = plan.compiled
    const first = compiled.packageStart[pack]!
    const count = compiled.packageStart[pack + 1]! - first
    const offset = count > tuning.chainLooks ? this.#random.below(count) : 0
    const found: Exchange[] = []
    let worst = Number.POSITIVE_INFINITY
    for (let step = 0; step < Math.min(count, tuning.chainLooks); step += 1) {
      const take = compiled.byPackage[first + ((offset + step) % count)]!
      const units = Math.min(plan.left[pack]!, plan.lotLeft(take))
      if (units <= 0 || plan.units[take]! + units < compiled.lotMin[pack]! || compiled.arcGrowth[take] === 1) continue
      const margin = marginAt(compiled, this.#question, take)
      for (const drop of plan.held[compiled.arcWorker[take]!]!) {
        const other = compiled.arcPackage[drop]!
        if (
          other === pack ||
          compiled.arcGrowth[drop] === 1 ||
          plan.locked.has(drop) ||
          compiled.due[other]! < compiled.release[pack]! ||
          compiled.release[other]! > compiled.due[pack]!
        )
          continue
        if (this.#reach !== null && (this.#reach[other] === outOfReach || this.#reach[other]! >= this.#reach[pack]!)) continue
        const minutes = Math.min(units * compiled.arcMinutes[take]!, plan.units[drop]! * compiled.arcMinutes[drop]!)
        const regret = (marginAt(compiled, this.#question, drop) - margin) * minutes
        if (regret >= worst) continue
        insert(found, { take, drop, regret })
        if (found.length === tuning.widest) worst = found[tuning.widest - 1]!.regret
      }
    }
    return found
  }

  /** Drops as much of one arc as the other needs; false when no proper lot comes of it. */
  #swap(take: number, drop: number): boolean {
    const plan = this.#plan
    const compiled = plan.compiled
    const given = compiled.arcPackage[drop]!
    const wanted = Math.min(plan.left[compiled.arcPackage[take]!]!, plan.lotLeft(take))
    const missing = wanted * compiled.arcMinutes[take]! - plan.fitWithin(take, wanted) * compiled.arcMinutes[take]!
    let units = Math.min(plan.units[drop]!, Math.ceil(missing / compiled.arcMinutes[drop]!))
    if (units <= 0) return false
    if (plan.units[drop]! - units > 0 && plan.units[drop]! - units < compiled.lotMin[given]!) units = plan.units[drop]!
    this.#log.push(plan.snapshot(drop))
    plan.remove(drop, units)
    this.#log.push(plan.snapshot(take))
    if (placeLot(plan, take) > 0) return true
    return false
  }

  #rollBack(mark: number): void {
    while (this.#log.length > mark) this.#plan.restore(this.#log.pop()!)
  }
}

function insert(found: Exchange[], exchange: Exchange): void {
  let at = found.length < tuning.widest ? found.length : tuning.widest - 1
  while (at > 0 && found[at - 1]!.regret > exchange.regret) {
    found[at] = found[at - 1]!
    at -= 1
  }
  found[at] = exchange
}
