import { exchange, isEqualWork, isMovable, mayGive, mayTake } from '../plan/equal-moves.ts'
import { fairnessWeights, shareWorth, wantedMinutes } from '../plan/objective.ts'
import type { OpenPlan } from '../plan/open-plan.ts'
import type { Municipality } from '../problem/problem.ts'
import { tuning } from './tuning.ts'

/**
 * Moves work from people who have much of what they wanted to people who have little, and to municipalities below their share. A move is made
 * only between people for whom a unit is worth exactly the same and takes the same minutes, so the work of the plan stays what it is.
 */
export function evenOut(plan: OpenPlan, municipalities: readonly Municipality[], stop: () => boolean): void {
  const evening = new Evening(plan, municipalities)
  for (let pack = 0; pack < plan.left.length; pack += 1) {
    if (pack % 64 === 0 && stop()) return
    evening.around(pack)
  }
}

type Ranked = { readonly arc: number; readonly rank: number }

/** Keeps the few of lowest rank, in order. */
function keepFirst(list: Ranked[], arc: number, rank: number, most: number): void {
  if (list.length === most) {
    if (rank >= list[most - 1]!.rank) return
    list.pop()
  }
  let at = list.length
  while (at > 0 && list[at - 1]!.rank > rank) at -= 1
  list.splice(at, 0, { arc, rank })
}

class Evening {
  readonly #plan: OpenPlan
  readonly #wanted: Float64Array
  /** What each person is given as a part of what they want. */
  readonly #part: Float64Array
  readonly #people: number
  readonly #shares: ReadonlyMap<string, number>
  readonly #asked: number
  readonly #given = new Map<string, number>()
  #minutes = 0

  constructor(plan: OpenPlan, municipalities: readonly Municipality[]) {
    this.#plan = plan
    this.#wanted = wantedMinutes(plan.compiled)
    this.#people = this.#wanted.reduce((count, wanted) => count + (wanted > 0 ? 1 : 0), 0)
    this.#shares = new Map(municipalities.map((one) => [one.id, one.fairShare]))
    this.#asked = municipalities.reduce((sum, one) => sum + one.fairShare, 0)
    this.#part = new Float64Array(plan.used.length)
    for (let worker = 0; worker < plan.used.length; worker += 1) this.#count(worker, plan.used[worker]!)
  }

  around(pack: number): void {
    const compiled = this.#plan.compiled
    const last = Math.min(compiled.packageStart[pack + 1]!, compiled.packageStart[pack]! + tuning.fairLooks)
    const receivers = Math.max(tuning.fewestReceivers, Math.min(tuning.receivers, Math.floor(tuning.receiversInAll / compiled.arcCount)))
    const giving: Ranked[] = []
    const asked: Ranked[] = []
    for (let at = compiled.packageStart[pack]!; at < last; at += 1) {
      const arc = compiled.byPackage[at]!
      if (!isMovable(this.#plan, arc)) continue
      const part = this.#part[compiled.arcWorker[arc]!]!
      keepFirst(asked, arc, part, receivers)
      if (this.#plan.units[arc]! > 0) keepFirst(giving, arc, -part, tuning.donors)
    }
    for (const from of giving) for (const to of asked) if (from.arc !== to.arc) this.#move(from.arc, to.arc)
  }

  /** Moves a whole lot, or half of it, where that is fairer; else puts everything back. */
  #move(from: number, to: number): void {
    const compiled = this.#plan.compiled
    if (!isEqualWork(this.#plan, from, to)) return
    const had = this.#plan.units[from]!
    for (const units of [had, had >> 1]) {
      const given = { arc: from, units }
      const taken = { arc: to, units }
      if (!mayGive(this.#plan, given) || !mayTake(this.#plan, taken)) continue
      if (this.#gain(compiled.arcWorker[from]!, compiled.arcWorker[to]!, units * compiled.arcMinutes[from]!) <= 1e-12) continue
      if (!exchange(this.#plan, [given], [taken])) continue
      this.#count(compiled.arcWorker[from]!, -units * compiled.arcMinutes[from]!)
      this.#count(compiled.arcWorker[to]!, units * compiled.arcMinutes[from]!)
      return
    }
  }

  /** What fairness gains when minutes go from one person to another. */
  #gain(from: number, to: number, minutes: number): number {
    const used = this.#plan.used
    const person = (worker: number, given: number) => (this.#wanted[worker]! > 0 ? shareWorth(given, this.#wanted[worker]!) : 0)
    const people = person(from, used[from]! - minutes) - person(from, used[from]!) + person(to, used[to]! + minutes) - person(to, used[to]!)
    return (fairnessWeights.people * people) / Math.max(1, this.#people) + this.#gainOfShares(from, to, minutes)
  }

  #gainOfShares(from: number, to: number, minutes: number): number {
    const here = this.#plan.compiled.workers[from]!.municipality
    const there = this.#plan.compiled.workers[to]!.municipality
    if (here === there || this.#asked === 0) return 0
    const change = this.#short(here, 0) + this.#short(there, 0) - this.#short(here, -minutes) - this.#short(there, minutes)
    return (fairnessWeights.municipalities * change) / this.#asked
  }

  /** The part of all minutes by which a municipality is below its share, were it given so many more. */
  #short(municipality: string | null, more: number): number {
    const share = municipality === null ? undefined : this.#shares.get(municipality)
    if (municipality === null || share === undefined) return 0
    return Math.max(0, share - ((this.#given.get(municipality) ?? 0) + more) / Math.max(1, this.#minutes))
  }

  #count(worker: number, minutes: number): void {
    const municipality = this.#plan.compiled.workers[worker]!.municipality
    this.#minutes += minutes
    this.#part[worker] = this.#plan.used[worker]! / Math.max(1, this.#wanted[worker]!)
    if (municipality !== null) this.#given.set(municipality, (this.#given.get(municipality) ?? 0) + minutes)
  }
}
