import { Heap } from '../heap.ts'
import type { ArcState, OpenPlan } from '../plan/open-plan.ts'
import { placeLot } from '../plan/place-lot.ts'
import type { Random } from '../random.ts'
import { marginsAt, type Prices, type Question, questionAt } from '../prices/question.ts'
import { Response } from '../prices/response.ts'
import { typicalWorth } from '../prices/tatonnement.ts'
import { grain, WholeLots } from '../prices/whole-lots.ts'
import { tuning } from './tuning.ts'

/**
 * Takes the work of a few people apart and gives it out again, dearest first with some noise in the order. What is not worse is kept: moves
 * between equally good plans are how the search leaves a dead end.
 */
export class Rebuild {
  readonly #plan: OpenPlan
  readonly #scale: number
  readonly #random: Random
  readonly #margins: Float32Array
  readonly #log: ArcState[] = []
  readonly #waiting = new Heap(64)
  readonly #question: Question
  readonly #lots: WholeLots
  /** The packages of each site. */
  readonly #atSite: readonly (readonly number[])[]

  constructor(plan: OpenPlan, prices: Prices, random: Random) {
    const compiled = plan.compiled
    this.#plan = plan
    this.#random = random
    this.#question = { ...questionAt(compiled, prices), seats: plan.seatsLeft }
    this.#margins = marginsAt(compiled, this.#question)
    this.#atSite = compiled.siteIds.map((_, site) => [...compiled.packageSite.keys()].filter((pack) => compiled.packageSite[pack] === site))
    this.#scale = typicalWorth(compiled)
    const response = new Response(compiled, (room, worker) => {
      plan.layHeld(room, worker)
      return compiled.ceiling[worker]! - plan.used[worker]!
    })
    this.#lots = new WholeLots(compiled, response)
  }

  /** Rebuilds around a package; answers the gain in work, never negative. */
  around(pack: number, people: number, noise: number): number {
    const compiled = this.#plan.compiled
    if (compiled.packageStart[pack + 1] === compiled.packageStart[pack]) return 0
    return this.#rebuild(this.#choose(pack, people), pack, noise)
  }

  /** Rebuilds around somebody with idle time and people who hold work that this person could do; answers the gain in work, never negative. */
  aroundPerson(worker: number, people: number, noise: number): number {
    const compiled = this.#plan.compiled
    const first = compiled.start[worker]!
    const count = compiled.start[worker + 1]! - first
    if (count === 0) return 0
    const chosen = new Set<number>([worker])
    let wanted = -1
    for (let tries = 0; tries < 2 * people && chosen.size < people; tries += 1) {
      wanted = compiled.arcPackage[first + this.#random.below(count)]!
      const holder = this.#heldArc(wanted)
      if (holder >= 0) chosen.add(compiled.arcWorker[holder]!)
    }
    return this.#rebuild(chosen, wanted, noise)
  }

  #rebuild(chosen: ReadonlySet<number>, pack: number, noise: number): number {
    const plan = this.#plan
    const compiled = plan.compiled
    const before = plan.work
    this.#log.length = 0
    plan.journal = this.#log
    for (const worker of chosen) this.#takeApart(worker)
    if (this.#random.next() < tuning.wellPart) for (const worker of chosen) this.#fillWell(worker)
    const { arcPackage, arcWorker } = compiled
    const waiting = this.#order(chosen, pack, noise)
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

  /** Gives somebody good whole lots of what is left. */
  #fillWell(worker: number): void {
    const plan = this.#plan
    const { arcPackage, arcValue, lotMax, start } = plan.compiled
    const first = start[worker]!
    const most = Float64Array.from({ length: start[worker + 1]! - first }, (_, at) => {
      const pack = arcPackage[first + at]!
      const isOpen = arcValue[first + at]! > 0 && plan.units[first + at] === 0 && !plan.closed.has(first + at)
      return isOpen ? Math.min(plan.left[pack]!, lotMax[pack]!) : 0
    })
    const units = this.#lots.good(worker, this.#question, most, tuning.wellAnswers)
    units?.forEach((taken, at) => taken > 0 && placeLot(plan, first + at, Math.floor(taken + grain)))
  }

  /** What these people could do, the most worth above the prices first. */
  #order(chosen: ReadonlySet<number>, wanted: number, noise: number): Heap {
    const { arcPackage, arcValue, start } = this.#plan.compiled
    const waiting = this.#waiting
    const liked = this.#random.next() < 0.5 ? tuning.liked * this.#scale : 0
    waiting.widen([...chosen].reduce((most, worker) => most + start[worker + 1]! - start[worker]!, 0))
    let length = 0
    for (const worker of chosen) {
      for (let arc = start[worker]!; arc < start[worker + 1]!; arc += 1) {
        const pack = arcPackage[arc]!
        if (this.#plan.left[pack]! <= 0 || arcValue[arc]! <= 0) continue
        waiting.keys[length] = this.#margins[arc]! + noise * this.#scale * this.#random.next() + (pack === wanted ? liked : 0)
        waiting.codes[length] = arc
        length += 1
      }
    }
    waiting.order(length)
    return waiting
  }
}
