import type { Compiled } from '../problem/compile.ts'

/** Prices of what is shared: by package per unit, by site and day per seat minute, and by package per minute of a reviewer. */
export type Prices = { readonly package: Float64Array; readonly seat: Float64Array; readonly review: Float64Array }

export function noPrices(compiled: Compiled): Prices {
  const packages = compiled.packages.length
  return { package: new Float64Array(packages), seat: new Float64Array(compiled.seats.length), review: new Float64Array(packages) }
}

/** Prices with what follows from them, computed once for all who are asked at them. */
export type Question = {
  readonly prices: Prices
  /** Worth above the price of the package per minute, by package, where it is the same for everybody. */
  readonly perMinute: Float64Array | null
  /** The days of site s with seats, the cheapest first: dayCount[s] of them from s × days on. */
  readonly dayOrder: Uint16Array
  readonly dayCount: Int32Array
  /** Seat minutes that there are, by site and day. */
  readonly seats: Float64Array
  /** What a minute of growth work costs its reviewers, by package. */
  readonly growthCost: Float64Array
}

export function questionAt(compiled: Compiled, prices: Prices): Question {
  const { days, packages, reviewShare, sameForAll, seats, siteIds, unitMinutes } = compiled
  const dayOrder = new Uint16Array(seats.length)
  const dayCount = new Int32Array(siteIds.length)
  for (let site = 0; site < siteIds.length; site += 1) {
    const first = site * days
    for (let day = 0; day < days; day += 1) {
      if (seats[first + day] === 0) continue
      let at = first + dayCount[site]!
      for (; at > first && prices.seat[first + dayOrder[at - 1]!]! > prices.seat[first + day]!; at -= 1) dayOrder[at] = dayOrder[at - 1]!
      dayOrder[at] = day
      dayCount[site]! += 1
    }
  }
  const perMinute = sameForAll ? new Float64Array(packages.length) : null
  if (perMinute !== null)
    for (let pack = 0; pack < perMinute.length; pack += 1)
      perMinute[pack] = packages[pack]!.priority - prices.package[pack]! / unitMinutes[pack]!
  return {
    prices,
    perMinute,
    dayOrder,
    dayCount,
    seats,
    growthCost: compiled.reviewers.size === 0 ? prices.review : prices.review.map((price, pack) => price * reviewShare[pack]!),
  }
}

/** Worth of a minute of an arc above the prices of its package and its review, without a seat. */
export function worthAbove(compiled: Compiled, { growthCost, perMinute, prices }: Question, arc: number): number {
  const pack = compiled.arcPackage[arc]!
  const worth = perMinute !== null ? perMinute[pack]! : (compiled.arcValue[arc]! - prices.package[pack]!) / compiled.arcMinutes[arc]!
  return compiled.arcGrowth[arc] === 1 ? worth - growthCost[pack]! : worth
}

/** The next place from `place` on in the order of days of a site on which the worker has hours, in the window of a package; −1 where there is none. */
export function placeOfDay(compiled: Compiled, { dayCount, dayOrder }: Question, worker: number, pack: number, from: number): number {
  const { days, due, hours, packageSite, release } = compiled
  const site = packageSite[pack]!
  for (let place = from; place < dayCount[site]!; place += 1) {
    const day = dayOrder[site * days + place]!
    if (day >= release[pack]! && day <= due[pack]! && hours[worker * days + day]! > 0) return place
  }
  return -1
}

/** Worth of a minute of an arc above all prices, with a seat on the cheapest of the worker's days; nothing where there is no such day. */
export function marginAt(compiled: Compiled, question: Question, arc: number): number {
  const pack = compiled.arcPackage[arc]!
  const site = compiled.packageSite[pack]!
  const worth = worthAbove(compiled, question, arc)
  if (site < 0) return worth
  const place = placeOfDay(compiled, question, compiled.arcWorker[arc]!, pack, 0)
  return place < 0
    ? Number.NEGATIVE_INFINITY
    : worth - question.prices.seat[site * compiled.days + question.dayOrder[site * compiled.days + place]!]!
}

/** The margins of all arcs, for whoever looks at them often; see `marginAt`. */
export function marginsAt(compiled: Compiled, question: Question): Float32Array {
  const margins = new Float32Array(compiled.arcCount)
  for (let arc = 0; arc < margins.length; arc += 1) margins[arc] = marginAt(compiled, question, arc)
  return margins
}
