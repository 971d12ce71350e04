import { Heap } from '../heap.ts'
import type { ArcState, OpenPlan } from '../plan/open-plan.ts'
import { placeLot } from '../plan/place-lot.ts'
import type { Random } from '../random.ts'
import { marginsAt, type Prices, questionAt } from '../prices/question.ts'
import { typicalWorth } from '../prices/tatonnement.ts'
import { tuning } from './tuning.ts'

/**
 * Takes the work of a few people apart and gives it out again, dearest first with some noise in the order. What is not worse is kept: moves
 * between equally good plans are how the search leaves a dead end.
 */
export class Rebuild {
  readonly #plan: OpenPlan
  readonly #random: Random
  readonly #noise: number
  readonly #margins: Float32Array
  readonly #log: ArcState[] = []
  readonly #waiting = new Heap(64)
  /** The packages of each site. */
  readonly #atSite: readonly (readonly number[])[]

  constructor(plan: OpenPlan, prices: Prices, random: Random) {
    const compiled = plan.compiled
    this.#plan = plan
    this.#random = random
    this.#noise = tuning.noise * typicalWorth(compiled)
    this.#margins = marginsAt(compiled, { ...questionAt(compiled, prices), seats: plan.seatsLeft })
    this.#atSite = compiled.siteIds.map((_, site) => [...compiled.packageSite.keys()].filter((pack) => compiled.packageSite[pack] === site))
  }

  /** Rebuilds around a package; answers the gain in work, never negative. */
  around(pack: number, people: number): number {
    const compiled = this.#plan.compiled
    if (compiled.packageStart[pack + 1] === compiled.packageStart[pack]) return 0
    return this.#rebuild(this.#choose(pack, people))
  }

  /** Rebuilds around somebody with idle time and people who hold work that this person could do; answers the gain in work, never negative. */
  aroundPerson(worker: number, people: number): number {
    const compiled = this.#plan.compiled
    const first = compiled.start[worker]!
    const count = compiled.start[worker + 1]! - first
    if (count === 0) return 0
    const chosen = new Set<number>([worker])
    for (let tries = 0; tries < 2 * people && chosen.size < people; tries += 1) {
      const wanted = compiled.arcPackage[first + this.#random.below(count)]!
      const holder = this.#heldArc(wanted)
      if (holder >= 0) chosen.add(compiled.arcWorker[holder]!)
    }
    return this.#rebuild(chosen)
  }

  #rebuild(chosen: ReadonlySet<number>): number {
    const plan = this.#plan
    const compiled = plan.compiled
    const before = plan.work
    this.#log.length = 0
    plan.journal = this.#log
    for (const worker of chosen) this.#takeApart(worker)
    const { arcPackage, arcWorker } = compiled
    const waiting = this.#order(chosen)
    for (; waiting.length > 0; waiting.pop()) {
      const arc = waiting.codes[0]!
      const worker = arcWorker[arc]!
      if (plan.used[worker]! >= plan.capacity[worker]! || plan.left[arcPackage[arc]!]! <= 0) continue
      placeLot(plan, arc)
    }
    plan.journal = null
    const gain = plan.work - before
    if (gain > -1e-9) return Math.max(0, gain)
    while (this.#log.length > 0) plan.restore(this.#log.pop()!)
    return 0
  }

  /** People who have the package and people who could have it; for work at a site also people who hold seats there. */
  #choose(pack: number, people: number): Set<number> {
    const compiled = this.#plan.compiled
    const chosen = new Set<number>()
    const rivals = this.#atSite[compiled.packageSite[pack]!]
    for (let tries = 0; tries < people * 2 && chosen.size < people; tries += 1) {
      const holder = tries % 3 === 0 ? this.#heldArc(pack) : -1
      if (holder >= 0) chosen.add(compiled.arcWorker[holder]!)
      else if (rivals !== undefined && tries % 2 === 1) this.#chooseRival(rivals, chosen)
      else chosen.add(compiled.arcWorker[this.#likelyArc(pack)]!)
    }
    return chosen
  }

  /** An arc of a package that has units, from the first held one after a random place; −1 where none is near. */
  #heldArc(pack: number): number {
    const compiled = this.#plan.compiled
    const first = compiled.packageStart[pack]!
    const count = compiled.packageStart[pack + 1]! - first
    const offset = this.#random.below(count)
    for (let step = 0; step < Math.min(count, tuning.holderLooks); step += 1) {
      const arc = compiled.byPackage[first + ((offset + step) % count)]!
      if (this.#plan.units[arc]! > 0) return arc
    }
    return -1
  }

  #chooseRival(rivals: readonly number[], chosen: Set<number>): void {
    const compiled = this.#plan.compiled
    const rival = rivals[this.#random.below(rivals.length)]!
    const count = compiled.packageStart[rival + 1]! - compiled.packageStart[rival]!
    if (count === 0) return
    const arc = compiled.byPackage[compiled.packageStart[rival]! + this.#random.below(count)]!
    if (this.#plan.units[arc]! > 0) chosen.add(compiled.arcWorker[arc]!)
  }

  /** The better of two random arcs of a package by worth above the price. */
  #likelyArc(pack: number): number {
    const compiled = this.#plan.compiled
    const first = compiled.packageStart[pack]!
    const count = compiled.packageStart[pack + 1]! - first
    const one = compiled.byPackage[first + this.#random.below(count)]!
    const other = compiled.byPackage[first + this.#random.below(count)]!
    return this.#margins[other]! > this.#margins[one]! ? other : one
  }

  #takeApart(worker: number): void {
    // A copy, because taking work away shortens the list.
    const held = this.#plan.held[worker]!.slice()
    for (const arc of held) {
      if (this.#plan.locked.has(arc)) continue
      this.#plan.remove(arc, this.#plan.units[arc]!)
    }
  }

  /** What these people could do, the most worth above the prices first. */
  #order(chosen: ReadonlySet<number>): Heap {
    const { arcPackage, arcValue, start } = this.#plan.compiled
    const waiting = this.#waiting
    waiting.widen([...chosen].reduce((most, worker) => most + start[worker + 1]! - start[worker]!, 0))
    let length = 0
    for (const worker of chosen) {
      for (let arc = start[worker]!; arc < start[worker + 1]!; arc += 1) {
        if (this.#plan.left[arcPackage[arc]!]! <= 0 || arcValue[arc]! <= 0) continue
        waiting.keys[length] = this.#margins[arc]! + this.#noise * this.#random.next()
        waiting.codes[length] = arc
        length += 1
      }
    }
    waiting.order(length)
    return waiting
  }
}
