import type { Compiled } from './compile.ts'
import type { Question } from './question.ts'
import type { Response } from './response.ts'

/** Part of a unit that is taken for rounding. */
const grain = 1e-6

/** Limits of the lots of one person, and what the work within them can be worth at the most. */
type Node = { readonly least: Float64Array; readonly most: Float64Array; readonly worth: number; readonly branch: number; readonly units: number }

/**
 * What one person's work can be worth at the most in whole units and proper lots, by branch and bound over the lots that the best work in parts of
 * units splits. Cut short after some answers it is still a true bound, only a looser one.
 */
export class WholeLots {
  readonly #compiled: Compiled
  readonly #response: Response

  constructor(compiled: Compiled, response: Response) {
    this.#compiled = compiled
    this.#response = response
  }

  worth(worker: number, question: Question, answers: number): number {
    const { start } = this.#compiled
    const count = start[worker + 1]! - start[worker]!
    this.#response.free(worker)
    const open = [this.#node(worker, question, count)]
    for (let asked = 1; asked < answers && open.length > 0; asked += 2) {
      const best = open.reduce((most, node, at) => (node.worth > open[most]!.worth ? at : most), 0)
      const { branch, least, most, units } = open[best]!
      if (branch < 0) break
      const lotMin = this.#lotMin(start[worker]! + branch)
      open.splice(best, 1)
      for (const side of ['fewer', 'more'] as const) {
        this.#response.least.set(least)
        this.#response.most.set(most)
        if (side === 'fewer') this.#response.most[branch] = units < lotMin ? 0 : Math.floor(units)
        else this.#response.least[branch] = Math.max(lotMin, Math.ceil(units))
        if (this.#response.least[branch]! > this.#response.most[branch]!) continue
        const node = this.#node(worker, question, count)
        if (node.worth > 0) open.push(node)
      }
    }
    return open.reduce((most, node) => Math.max(most, node.worth), 0)
  }

  #lotMin(arc: number): number {
    return this.#compiled.lotMin[this.#compiled.arcPackage[arc]!]!
  }

  /** Bounds the work within the limits that the response has now, and finds the lot that is split worst: below its least size, else between whole units. */
  #node(worker: number, question: Question, count: number): Node {
    const { start } = this.#compiled
    const worth = this.#response.worth(worker, question)
    let branch = -1
    let worst = grain
    for (let at = 0; at < count; at += 1) {
      const units = this.#response.units[at]!
      const lotMin = this.#lotMin(start[worker]! + at)
      const isSmall = units > grain && units < lotMin - grain
      const split = isSmall ? 1 + Math.min(units, lotMin - units) : Math.abs(units - Math.round(units))
      if (split <= worst) continue
      worst = split
      branch = at
    }
    const units = branch < 0 ? 0 : this.#response.units[branch]!
    return { least: this.#response.least.slice(0, count), most: this.#response.most.slice(0, count), worth, branch, units }
  }
}
