import type { Compiled } from '../problem/compile.ts'
import type { Question } from './question.ts'
import type { Response } from './response.ts'

/** Part of a unit that is taken for rounding. */
const grain = 1e-6

/** Limits of the lots of one person, the best work within them in parts of units, and the lot that this splits; −1 where all lots are proper. */
type Node = {
  readonly least: Float64Array
  readonly most: Float64Array
  readonly units: Float64Array
  readonly worth: number
  readonly branch: number
}

/** Work of several days goes beyond its limits where a price of its lot leaves both open; then the last unit before the limit is the question. */
function within(units: number, least: number, most: number): number {
  if (least === most) return least
  if (units > most + grain) return most - 0.5
  return units < least - grain ? least + 0.5 : units
}

/** One person's work in whole units and proper lots, by branch and bound over the lots that the best work in parts of units splits. */
export class WholeLots {
  readonly #compiled: Compiled
  readonly #response: Response

  constructor(compiled: Compiled, response: Response) {
    this.#compiled = compiled
    this.#response = response
  }

  /** What somebody's work can be worth at the most. Cut short after some answers it is still a true bound, only a looser one. */
  bound(worker: number, question: Question, answers: number): number {
    this.#response.free()
    if (answers === 1) return this.#response.worth(worker, question)
    return Math.max(0, this.#search(worker, question, this.#response.largest(worker), answers)?.worth ?? 0)
  }

  /** The most promising node when its lots are proper or enough is asked; null where nothing is possible. */
  #search(worker: number, question: Question, limit: Float64Array, answers: number): Node | null {
    const { start } = this.#compiled
    const open = [this.#node(worker, question, new Float64Array(limit.length), limit)]
    for (let asked = 1; open.length > 0; asked += 2) {
      const best = open.reduce((most, node, at) => (node.worth > open[most]!.worth ? at : most), 0)
      const { branch, least, most, units } = open[best]!
      if (branch < 0 || asked >= answers) return open[best]!
      const lotMin = this.#lotMin(start[worker]! + branch)
      open.splice(best, 1)
      for (const side of ['fewer', 'more'] as const) {
        const fewest = least.slice()
        const largest = most.slice()
        if (side === 'fewer') largest[branch] = units[branch]! < lotMin ? 0 : Math.floor(units[branch]!)
        else fewest[branch] = Math.max(lotMin, Math.ceil(units[branch]!))
        if (fewest[branch]! > largest[branch]!) continue
        this.#response.limit(fewest, largest)
        const node = this.#node(worker, question, fewest, largest)
        if (node.worth > 0) open.push(node)
      }
    }
    return null
  }

  #lotMin(arc: number): number {
    return this.#compiled.lotMin[this.#compiled.arcPackage[arc]!]!
  }

  /** Asks within the limits, which the response has by now, and finds the lot that is split worst: below its least size, else between whole units. */
  #node(worker: number, question: Question, least: Float64Array, most: Float64Array): Node {
    const { start } = this.#compiled
    const count = least.length
    const worth = this.#response.worth(worker, question)
    const asked = this.#response.units
    const units = asked.subarray(0, count).map((taken, at) => within(taken, least[at]!, most[at]!))
    let branch = -1
    let worst = grain
    for (let at = 0; at < count; at += 1) {
      const taken = units[at]!
      if (taken === 0) continue
      const proper = this.#lotMin(start[worker]! + at)
      const isSmall = taken > grain && taken < proper - grain
      const split = isSmall ? 1 + Math.min(taken, proper - taken) : Math.abs(taken - Math.round(taken))
      if (split <= worst) continue
      worst = split
      branch = at
    }
    // All lots are proper, but only with more or less of one than its limits allow: another must give way, or have its least for certain.
    if (branch < 0 && units.some((taken, at) => Math.abs(taken - asked[at]!) > grain)) {
      branch = units.findIndex((taken, at) => taken > least[at]!)
      if (branch >= 0) units[branch]! -= 0.5
    }
    return { least, most, units, worth, branch }
  }
}
