import type { Compiled } from '../problem/compile.ts'
import type { Prices } from './question.ts'
import { typicalWorth } from './tatonnement.ts'
import { tuning } from './tuning.ts'

/** Prices with the bound that they give. */
export type Found = { readonly prices: Prices; readonly bound: number }
/** Packages whose minutes are worth the same above their prices. */
type Level = { readonly margin: number; readonly packages: readonly number[] }

/**
 * People who could do several packages tie their prices together: a minute is worth the same above all of them. Such a level moves slowly as a whole, because
 * the demand for all of it together is never far from the supply. So every level is moved at once, as far as the bound falls.
 */
export function shiftLevels(compiled: Compiled, from: Found, value: (prices: Prices) => number): Found {
  const scale = typicalWorth(compiled)
  const apart = tuning.nearby * scale
  let best = from
  for (const level of levelsOf(compiled, from.prices, apart)) {
    for (const sign of [-1, 1]) {
      const base = best
      for (let shift = tuning.firstShift * scale; ; shift *= 2) {
        const prices = shifted(compiled, base.prices, level, sign * shift, apart)
        const bound = value(prices)
        if (bound >= best.bound) break
        best = { prices, bound }
      }
      if (best !== base) break
    }
  }
  return best
}

function levelsOf({ packages, unitMinutes }: Compiled, { package: price }: Prices, apart: number): Level[] {
  const margin = (pack: number) => packages[pack]!.priority - price[pack]! / unitMinutes[pack]!
  const priced = [...packages.keys()].filter((pack) => price[pack]! > 0).sort((a, b) => margin(a) - margin(b))
  const levels: number[][] = []
  for (const [at, pack] of priced.entries()) {
    if (at === 0 || margin(pack) - margin(priced[at - 1]!) > apart) levels.push([])
    levels.at(-1)!.push(pack)
  }
  return levels
    .filter((level) => level.length >= tuning.fewestInLevel)
    .map((level) => ({ margin: margin(level[level.length >> 1]!), packages: level }))
}

/** What is tied to the packages of a level moves with them: seats of on-site work that ends there, and reviews by people whose minutes are worth no more. */
function shifted(compiled: Compiled, prices: Prices, level: Level, shift: number, apart: number): Prices {
  const { days, packageSite, packages, unitMinutes } = compiled
  const inLevel = new Set(level.packages)
  const margins = prices.package.map((price, pack) => packages[pack]!.priority - price / unitMinutes[pack]!)
  const endsThere = (site: number, price: number) =>
    margins.some((margin, pack) => packageSite[pack] === site && Math.abs(margin - price - level.margin) < apart)
  const reviewed = Math.max(0, 1 + shift / Math.max(level.margin, apart))
  return {
    package: prices.package.map((price, pack) => (inLevel.has(pack) ? Math.max(0, price - shift * unitMinutes[pack]!) : price)),
    seat: prices.seat.map((price, at) => (price > 0 && endsThere(Math.floor(at / days), price) ? Math.max(0, price - shift) : price)),
    review: prices.review.map((price) => (price < level.margin + apart ? price * reviewed : price)),
  }
}
