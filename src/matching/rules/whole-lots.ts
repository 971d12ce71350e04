import type { Compiled } from './compile.ts'
import type { Question } from './question.ts'
import type { Response } from './response.ts'

/** Part of a unit that is taken for rounding. */
export const grain = 1e-6

/** Limits of the lots of one person, the best work within them in parts of units, and the lot that this splits; −1 where all lots are proper. */
type Node = { readonly least: Float64Array; readonly most: Float64Array; readonly units: Float64Array; readonly worth: number; readonly branch: number }

type Ask = (worker: number, question: Question) => number

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
    this.#response.free(worker)
    return Math.max(0, this.#search(worker, question, answers, (...asked) => this.#response.worth(...asked))?.worth ?? 0)
  }

  /** Good lots by arc of a worker, within the limits that the response has; the last one may be split when the search is cut short. */
  good(worker: number, question: Question, answers: number): Float64Array | null {
    return this.#search(worker, question, answers, (...asked) => this.#response.ask(...asked))?.units ?? null
  }

  /** The most promising node when its lots are proper or enough is asked; null where nothing is possible. */
  #search(worker: number, question: Question, answers: number, ask: Ask): Node | null {
    const { start } = this.#compiled
    const count = start[worker + 1]! - start[worker]!
    const open = [this.#node(worker, question, count, ask)]
    for (let asked = 1; open.length > 0; asked += 2) {
      const best = open.reduce((most, node, at) => (node.worth > open[most]!.worth ? at : most), 0)
      const { branch, least, most, units } = open[best]!
      if (branch < 0 || asked >= answers) return open[best]!
      const lotMin = this.#lotMin(start[worker]! + branch)
      open.splice(best, 1)
      for (const side of ['fewer', 'more'] as const) {
        this.#response.least.set(least)
        this.#response.most.set(most)
        if (side === 'fewer') this.#response.most[branch] = units[branch]! < lotMin ? 0 : Math.floor(units[branch]!)
        else this.#response.least[branch] = Math.max(lotMin, Math.ceil(units[branch]!))
        if (this.#response.least[branch]! > this.#response.most[branch]!) continue
        const node = this.#node(worker, question, count, ask)
        if (node.worth > 0) open.push(node)
      }
    }
    return null
  }

  #lotMin(arc: number): number {
    return this.#compiled.lotMin[this.#compiled.arcPackage[arc]!]!
  }

  /** Asks within the limits that the response has now, and finds the lot that is split worst: below its least size, else between whole units. */
  #node(worker: number, question: Question, count: number, ask: Ask): Node {
    const { start } = this.#compiled
    const worth = ask(worker, question)
    const { least, most, units } = this.#response
    let branch = -1
    let worst = grain
    for (let at = 0; at < count; at += 1) {
      const taken = units[at]!
      const lotMin = this.#lotMin(start[worker]! + at)
      const isSmall = taken > grain && taken < lotMin - grain
      const split = isSmall ? 1 + Math.min(taken, lotMin - taken) : Math.abs(taken - Math.round(taken))
      if (split <= worst) continue
      worst = split
      branch = at
    }
    return { least: least.slice(0, count), most: most.slice(0, count), units: units.slice(0, count), worth, branch }
  }
}
