import type { Compiled } from './compile.ts'
import { noPrices, type Prices } from './question.ts'
import { Tatonnement } from './tatonnement.ts'

export type PriceSearch = {
  /** The prices of the least bound. */
  readonly prices: Prices
  /** The prices at which the search ended, which a plan is better made by. */
  readonly guide: Prices
  readonly bound: number
  readonly rounds: number
  /** Units by arc in the mean of the last answers of everybody, which is close to the linear relaxation; null when the search was cut short. */
  readonly mean: Float32Array | null
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
/** Prices of reviews follow those of the work, so steps shrink half as fast with them, and not at all while the bound falls by this part from one look to the next, up to so many rounds. */
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
  let best: { readonly prices: Prices; readonly bound: number } | null = null
  let last = search.current()
  let rounds = 0
  let averaged = 0
  const shrink = compiled.reviewers.size > 0 ? Math.sqrt(schedule.shrink) : schedule.shrink
  let falls = false
  for (let step = firstStep; step > schedule.lastStep && !options.stop(); step *= falls && rounds < mostRounds ? 1 : shrink) {
    const part = schedule.windows.find((window) => step > window.until)?.part ?? 1
    if (part === 1 && step < schedule.meanBelow) {
      search.startMean()
      averaged += 1
    }
    last = search.round(step, part)
    rounds += 1
    if (step >= schedule.boundBelow || rounds % schedule.boundEvery !== 0) continue
    const bound = search.value(last)
    falls = compiled.reviewers.size > 0 && best !== null && bound < best.bound * (1 - stillFalls)
    if (best === null || bound < best.bound) best = { prices: last, bound }
    options.onRound(rounds, best.bound)
  }
  const bound = search.value(last)
  if (best === null || bound < best.bound) best = { prices: last, bound }
  options.onRound(rounds, best.bound)
  return { ...snapped(compiled, search, best), guide: last, rounds, mean: search.asked?.map((units) => units / averaged) ?? null }
}

/**
 * Where values are round numbers the best prices often are too, and the search only swings around them. Prices near a whole multiple of the
 * typical steps are put there as long as the bound gets better; no prices at all are one more candidate.
 */
function snapped(compiled: Compiled, search: Tatonnement, found: { readonly prices: Prices; readonly bound: number }) {
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
