import type { Compiled } from '../problem/compile.ts'
import { type Found, shiftLevels } from './levels.ts'
import { noPrices, type Prices } from './question.ts'
import { type Mean, Tatonnement } from './tatonnement.ts'

export type PriceSearch = {
  /** The prices of the least bound. */
  readonly prices: Prices
  /** The prices at which the search ended, which a plan is better made by. */
  readonly guide: Prices
  readonly bound: number
  readonly rounds: number
  /** The mean of the last answers of everybody; null in large problems and when the search was cut short. */
  readonly mean: Mean | null
}

export type PriceOptions = {
  readonly seed: number
  readonly stop: () => boolean
  readonly onRound: (round: number, bound: number) => void
}

type Schedule = {
  /** A round's step as a part of the last round's, down to a last one. */
  readonly shrink: number
  readonly lastStep: number
  /** Price changes in one round. */
  readonly chunks: number
  /** Steps below which a round's prices are tried as a bound, and every how many rounds. */
  readonly boundBelow: number
  readonly boundEvery: number
  /** Whether every second of these times whole levels of prices are moved. */
  readonly shiftsLevels: boolean
  /** Below this step the answers are averaged, once everybody is asked; the mean is spread thinly where people are many and alike. */
  readonly meanBelow: number
  /** The part of all people whose answers count while the step is above `until`. */
  readonly windows: readonly { readonly part: number; readonly until: number }[]
}

/**
 * The first step is the worth of a typical minute, so that a price reaches its place from anywhere. While steps are large the answers of some
 * people tell enough; the last steps need everybody, because prices that fit a part of the people are too low for all of them. Where people are very
 * many, half of them are like all.
 */
const firstStep = 1
/**
 * Prices of reviews follow those of the work, so with them steps shrink by this power of the usual, and not at all while the bound falls by this part from
 * one look to the next, up to so many rounds.
 */
const reviewedShrink = 0.8
const stillFalls = 2e-4
const mostRounds = 300
const schedules = {
  small: {
    shrink: 0.93,
    lastStep: 2e-3,
    meanBelow: 0.03,
    chunks: 16,
    boundBelow: 0.012,
    boundEvery: 4,
    shiftsLevels: true,
    windows: [
      { part: 0.25, until: 0.1 },
      { part: 0.5, until: 0.03 },
    ],
  },
  middle: {
    shrink: 0.9,
    lastStep: 2e-3,
    meanBelow: 0.03,
    chunks: 32,
    boundBelow: 0.003,
    boundEvery: 3,
    shiftsLevels: false,
    windows: [
      { part: 0.1, until: 0.1 },
      { part: 0.2, until: 0.03 },
      { part: 0.3, until: 0.01 },
      { part: 0.5, until: 0.004 },
    ],
  },
  large: {
    shrink: 0.9,
    lastStep: 5e-3,
    meanBelow: 0,
    chunks: 32,
    boundBelow: 0,
    boundEvery: 1,
    shiftsLevels: false,
    windows: [
      { part: 0.05, until: 0.1 },
      { part: 0.1, until: 0.03 },
      { part: 0.2, until: 0.006 },
      { part: 0.5, until: 0 },
    ],
  },
} as const satisfies Record<string, Schedule>

const manyPeople = { middle: 5000, large: 40_000 } as const
const manyArcs = 1_000_000

/** Finds prices at which people together want about as much of everything as there is; the least bound on the way wins. */
export function findPrices(compiled: Compiled, options: PriceOptions): PriceSearch {
  const people = compiled.workers.length
  const schedule: Schedule = people < manyPeople.middle ? schedules.small : people < manyPeople.large ? schedules.middle : schedules.large
  const search = new Tatonnement(compiled, options.seed, schedule.chunks)
  let best: Found | null = null
  let last = search.current()
  let rounds = 0
  const shrink = compiled.reviewers.size > 0 ? schedule.shrink ** reviewedShrink : schedule.shrink
  let falls = false
  let looks = 0
  for (let step = firstStep; step > schedule.lastStep && !options.stop(); step *= falls && rounds < mostRounds ? 1 : shrink) {
    const part = schedule.windows.find((window) => step > window.until)?.part ?? 1
    if (part === 1 && step < schedule.meanBelow) search.startMean()
    last = search.round(step, part)
    rounds += 1
    if (step >= schedule.boundBelow || rounds % schedule.boundEvery !== 0) continue
    const looked: Found = { prices: last, bound: search.value(last) }
    looks += 1
    const found = schedule.shiftsLevels && looks % 2 === 1 ? shiftLevels(compiled, looked, (prices) => search.value(prices)) : looked
    if (found !== looked) search.moveTo(found.prices)
    falls = compiled.reviewers.size > 0 && best !== null && found.bound < best.bound * (1 - stillFalls)
    if (best === null || found.bound < best.bound) best = found
    options.onRound(rounds, best.bound)
  }
  const bound = search.value(last)
  if (best === null || bound < best.bound) best = { prices: last, bound }
  options.onRound(rounds, best.bound)
  return { ...snapped(compiled, search, best), guide: last, rounds, mean: search.mean() }
}

/**
 * Where values are round numbers the best prices often are too, and the search only swings around them. Prices near a whole multiple of the
 * typical steps are put there as long as the bound gets better; no prices at all are one more candidate.
 */
function snapped(compiled: Compiled, search: Tatonnement, found: Found): Found {
  let best = found
  const tryPrices = (prices: Prices) => {
    const bound = search.value(prices)
    if (bound < best.bound) best = { prices, bound }
  }
  const many = compiled.arcCount > manyArcs
  if (!many) tryPrices(noPrices(compiled))
  for (const grid of many ? [1] : [1, 0.25]) {
    for (const tolerance of many ? [0.03] : [0.01, 0.03, 0.1]) {
      const snap = (price: number, minutes: number) => {
        const round = Math.round(price / minutes / grid) * grid
        return Math.abs(price / minutes - round) < tolerance * grid ? round * minutes : price
      }
      tryPrices({
        package: best.prices.package.map((price, pack) => snap(price, compiled.unitMinutes[pack]!)),
        seat: best.prices.seat.map((price) => snap(price, 1)),
        review: best.prices.review.map((price) => snap(price, 1)),
      })
    }
  }
  return best
}
