import type { Compiled } from '../problem/compile.ts'
import { type Found, shiftLevels } from './levels.ts'
import { noPrices, type Prices } from './question.ts'
import { type Mean, Tatonnement } from './tatonnement.ts'
import { tuning } from './tuning.ts'

export type PriceSearch = {
  /** The prices of the least bound. */
  readonly prices: Prices
  /** The prices at which the search ended, which a plan is better made by. */
  readonly guide: Prices
  readonly bound: number
  readonly rounds: number
  /** The mean of the last answers of everybody; null where too few were asked at the last steps. */
  readonly mean: Mean | null
}

type PriceOptions = {
  readonly seed: number
  readonly stop: () => boolean
  readonly onRound: (round: number) => void
}

/**
 * Finds prices at which people together want about as much of everything as there is. The first step is the worth of a typical minute, so that a
 * price reaches its place from anywhere. While steps are large the answers of some people tell enough; the last steps need everybody, because
 * prices that fit a part of the people are too low for all of them. Where people are very many, half of them are like all.
 */
export function findPrices(compiled: Compiled, { onRound, seed, stop }: PriceOptions): PriceSearch {
  const people = compiled.workers.length
  const search = new Tatonnement(compiled, seed, Math.ceil(tuning.changes * people ** 0.2))
  const lastStep = Math.max(tuning.lastStep, tuning.lastStepOfMany * people ** 0.4)
  const looks = new Looks(compiled, search)
  let guide = search.current()
  let rounds = 0
  for (let step = 1; step > lastStep && !stop(); step *= looks.shrink) {
    const part = Math.min(1, tuning.asked / (Math.sqrt(step) * people ** 0.3))
    if (part >= tuning.meanFrom && step < tuning.meanBelow) search.startMean()
    guide = search.round(step, part)
    rounds += 1
    looks.look(guide, step, rounds)
    onRound(rounds)
  }
  const last: Found = { prices: guide, bound: search.value(guide) }
  const { best } = looks
  const found = snapped(compiled, search, best !== null && best.bound <= last.bound ? best : last)
  return { ...found, guide, rounds, mean: search.mean() }
}

/**
 * Towards the end the bound is looked at every few rounds, and every second time whole levels of prices are moved. Prices of reviews follow those
 * of the work, so where work is reviewed steps shrink more slowly, and not at all while the bound still falls.
 */
class Looks {
  readonly #compiled: Compiled
  readonly #search: Tatonnement
  readonly #below: number
  best: Found | null = null
  readonly #reviewed: boolean
  #looks = 0
  /** A round's step as a part of the last round's. */
  shrink: number

  constructor(compiled: Compiled, search: Tatonnement) {
    this.#compiled = compiled
    this.#search = search
    this.#reviewed = compiled.reviewers.size > 0
    this.shrink = this.#usualShrink()
    this.#below = tuning.lookBelow / Math.sqrt(compiled.workers.length)
  }

  look(prices: Prices, step: number, rounds: number): void {
    if (step >= this.#below || rounds % tuning.lookEvery !== 0) return
    const value = (at: Prices) => this.#search.value(at)
    const looked: Found = { prices, bound: value(prices) }
    this.#looks += 1
    const found = this.#looks % 2 === 1 ? shiftLevels(this.#compiled, looked, value) : looked
    if (found !== looked) this.#search.moveTo(found.prices)
    const falls =
      this.#reviewed && this.best !== null && found.bound < this.best.bound * (1 - tuning.stillFalls) && rounds < tuning.mostRounds
    this.shrink = falls ? 1 : this.#usualShrink()
    if (this.best === null || found.bound < this.best.bound) this.best = found
  }

  #usualShrink(): number {
    return this.#reviewed ? tuning.shrink ** tuning.reviewedShrink : tuning.shrink
  }
}

/**
 * Where values are round numbers the best prices often are too, and the search only swings around them: prices near a whole worth per minute are put
 * there, if the bound gets better. No prices at all are one more candidate.
 */
function snapped(compiled: Compiled, search: Tatonnement, found: Found): Found {
  const snap = (price: number, minutes: number) => {
    const round = Math.round(price / minutes)
    return Math.abs(price / minutes - round) < tuning.nearRound ? round * minutes : price
  }
  const round: Prices = {
    package: found.prices.package.map((price, pack) => snap(price, compiled.unitMinutes[pack]!)),
    seat: found.prices.seat.map((price) => snap(price, 1)),
    review: found.prices.review.map((price) => snap(price, 1)),
  }
  return [round, noPrices(compiled)]
    .map((prices) => ({ prices, bound: search.value(prices) }))
    .reduce((best, tried) => (tried.bound < best.bound ? tried : best), found)
}
