import { dualValue } from './certify.ts'
import type { Compiled } from './compile.ts'
import { randomFrom, shuffle } from './random.ts'
import { cheapestSeats, noPrices, type Prices, Response } from './response.ts'

export type PriceSearch = {
  /** The prices of the least bound. */
  readonly prices: Prices
  /** Prices that leave few people indifferent, which a plan is better made by. */
  readonly guide: Prices
  readonly bound: number
  readonly rounds: number
}

export type PriceOptions = {
  readonly rounds: number
  readonly seed: number
  readonly stop: () => boolean
  readonly onRound: (round: number, bound: number) => void
}

/** Price changes in one round through the people who answer. */
const chunks = 32
const mostKept = 32
/** Neighbours in memory are asked together, which is several times faster in large problems. */
const largestBlock = 32
/** Many people are asked in stages: a sample for the rough prices, a larger one, then everybody. */
const stages = [
  { people: 5000, from: 1, until: 0.03, shrink: 0.85 },
  { people: 25_000, from: 0.08, until: 0.03, shrink: 0.8 },
] as const
/** With samples behind it the search through everybody is short. */
const everybodyAfterSample = { from: 0.05, until: 0.004, shrink: 0.72 }
const everybodyAtOnce = { from: 1, until: 2e-3, shrink: 0.85 }
const manyArcs = 1_000_000
/** Above this step the bound is not worth a walk through everybody. */
const boundBelow = 0.1

/**
 * Finds prices at which people together want about as much of everything as there is. People answer the prices in small groups, in an order that
 * changes; every other person counts with the last answer, so that each price change sees the demand of all. The average of a round's
 * prices is a candidate, the least bound wins, and the step shrinks from round to round.
 */
export function findPrices(compiled: Compiled, options: PriceOptions): PriceSearch {
  const search = new Tatonnement(compiled, options.seed)
  let sampled = false
  for (const stage of stages) {
    if (compiled.workers.length < Math.max(20_000, 2 * stage.people)) continue
    search.ask(stage.people)
    for (let step = stage.from; step > stage.until && !options.stop(); step *= stage.shrink) search.round(step)
    sampled = true
  }
  if (sampled) search.ask(compiled.workers.length)
  const { from, until, shrink } = sampled ? everybodyAfterSample : everybodyAtOnce
  let best: PriceSearch | null = null
  let step = from
  for (let round = 1; round <= options.rounds && step > until && !options.stop(); round += 1) {
    const average = search.round(step)
    const last = step * shrink * (sampled ? shrink : 1) <= until
    if (sampled ? last : step < boundBelow) {
      const bound = search.value(average)
      if (best === null || bound < best.bound) best = { prices: average, guide: average, bound, rounds: round }
      options.onRound(round, best.bound)
    }
    step *= shrink
  }
  const prices = best?.prices ?? search.current()
  return snapped(compiled, search, best ?? { prices, guide: prices, bound: search.value(prices), rounds: 0 })
}

/**
 * Where values are round numbers the best prices often are too, and the search only swings around them. Prices near a whole multiple of the
 * typical steps are put there as long as the bound gets better; no prices at all are one more candidate.
 */
function snapped(compiled: Compiled, search: Tatonnement, found: PriceSearch): PriceSearch {
  let best = found
  const tryPrices = (prices: Prices) => {
    const bound = search.value(prices)
    if (bound < best.bound) best = { ...found, prices, bound }
  }
  const free = noPrices(compiled)
  const tolerances = compiled.arcCount > manyArcs ? [0.05] : [0.01, 0.03, 0.1, 0.3]
  if (compiled.arcCount <= manyArcs) tryPrices(free)
  for (const grid of compiled.arcCount > manyArcs ? [1] : [1, 0.25]) {
    for (const tolerance of tolerances) {
      const snap = (price: number, minutes: number) => {
        const round = Math.round(price / minutes / grid) * grid
        return Math.abs(price / minutes - round) < tolerance * grid ? round * minutes : price
      }
      tryPrices({
        package: best.prices.package.map((price, pack) => snap(price, compiled.unitMinutes[pack]!)),
        seat: best.prices.seat.map((price) => snap(price, 1)),
      })
    }
  }
  return best
}

class Tatonnement {
  readonly #compiled: Compiled
  readonly #response: Response
  readonly #prices: Prices
  #order: Int32Array
  /** The part of all people that answer. */
  #part = 1
  readonly #random: ReturnType<typeof randomFrom>
  /** Each person's last answer: arcs and units, at most `kept` of them, the best first. */
  readonly #lastArc: Int32Array
  readonly #lastUnits: Float32Array
  readonly #lastCount: Int32Array
  readonly #kept: number
  readonly #demand: Float64Array
  readonly #seatDemand: Float64Array
  /** Minutes of on-site work that people ask for, by package. */
  readonly #siteMinutes: Float64Array
  readonly #hasSites: boolean
  /** Worth of a typical minute, the unit of the steps. */
  readonly #scale: number
  readonly #seatScale: number

  constructor(compiled: Compiled, seed: number) {
    this.#compiled = compiled
    this.#response = new Response(compiled)
    this.#prices = noPrices(compiled)
    this.#random = randomFrom(seed)
    this.#order = Int32Array.from(compiled.workers.keys())
    this.#kept = Math.min(mostKept, this.#response.widest)
    this.#lastArc = new Int32Array(compiled.workers.length * this.#kept)
    this.#lastUnits = new Float32Array(compiled.workers.length * this.#kept)
    this.#lastCount = new Int32Array(compiled.workers.length)
    this.#demand = new Float64Array(compiled.packages.length)
    this.#seatDemand = new Float64Array(compiled.seats.length)
    this.#siteMinutes = new Float64Array(compiled.packages.length)
    this.#hasSites = compiled.packageSite.some((site) => site >= 0)
    let worth = 0
    for (let arc = 0; arc < compiled.arcCount; arc += 1) worth += compiled.arcValue[arc]! / compiled.arcMinutes[arc]!
    this.#scale = worth / Math.max(1, compiled.arcCount)
    let seats = 0
    for (const minutes of compiled.seats) seats += minutes
    this.#seatScale = seats / Math.max(1, compiled.seats.length)
  }

  value(prices: Prices): number {
    return dualValue(this.#compiled, prices, this.#response)
  }

  /** Lets so many people answer from now on, who stand for all; those who join answer once before any price moves. */
  ask(people: number): void {
    const asked = new Set(this.#part < 1 ? this.#order : [])
    const everybody = shuffle(Int32Array.from(this.#compiled.workers.keys()), this.#random)
    const joining = everybody.filter((worker) => !asked.has(worker)).slice(0, people - asked.size)
    this.#order = Int32Array.from([...asked, ...joining])
    this.#part = people / this.#compiled.workers.length
    const cheapest = cheapestSeats(this.#compiled, this.#prices)
    if (asked.size > 0) for (const worker of joining) this.#answer(worker, cheapest)
  }

  current(): Prices {
    return { package: this.#prices.package.slice(), seat: this.#prices.seat.slice() }
  }

  /** Shuffles blocks of people, single people in small problems. */
  #shuffleBlocks(): void {
    const size = Math.max(1, Math.min(largestBlock, Math.floor(this.#order.length / 1000)))
    const sorted = this.#order.slice().sort()
    const blocks = shuffle(Int32Array.from({ length: Math.ceil(sorted.length / size) }, (_, block) => block), this.#random)
    let at = 0
    for (const block of blocks) {
      for (let index = block * size; index < Math.min(sorted.length, (block + 1) * size); index += 1) this.#order[at++] = sorted[index]!
    }
  }

  /** One answer of everybody, with price changes in between; answers the average prices. */
  round(step: number): Prices {
    const sum = noPrices(this.#compiled)
    this.#shuffleBlocks()
    for (let chunk = 0; chunk < chunks; chunk += 1) {
      const cheapest = cheapestSeats(this.#compiled, this.#prices)
      const from = Math.floor((chunk * this.#order.length) / chunks)
      const to = Math.floor(((chunk + 1) * this.#order.length) / chunks)
      for (let at = from; at < to; at += 1) this.#answer(this.#order[at]!, cheapest)
      this.#movePrices(step / chunks)
      this.#prices.package.forEach((price, pack) => (sum.package[pack]! += price / chunks))
      this.#prices.seat.forEach((price, seat) => (sum.seat[seat]! += price / chunks))
    }
    return sum
  }

  #answer(worker: number, cheapest: Float64Array | null): void {
    const compiled = this.#compiled
    const first = worker * this.#kept
    for (let at = first; at < first + this.#lastCount[worker]!; at += 1) this.#count(this.#lastArc[at]!, -this.#lastUnits[at]!)
    this.#response.best(worker, this.#prices, cheapest)
    const taken = Math.min(this.#kept, this.#response.taken)
    for (let index = 0; index < taken; index += 1) {
      const arc = this.#response.arcs[index]!
      this.#lastArc[first + index] = arc
      this.#lastUnits[first + index] = this.#response.minutes[index]! / compiled.arcMinutes[arc]!
      this.#count(arc, this.#lastUnits[first + index]!)
    }
    this.#lastCount[worker] = taken
  }

  #count(arc: number, units: number): void {
    const compiled = this.#compiled
    const pack = compiled.arcPackage[arc]!
    this.#demand[pack]! += units
    if (compiled.packageSite[pack]! >= 0) this.#siteMinutes[pack]! += units * compiled.arcMinutes[arc]!
  }

  /** Seats are asked for on the cheapest days of each window; days of about the same price share by the seats they have. */
  #askForSeats(softness: number): void {
    const compiled = this.#compiled
    const prices = this.#prices.seat
    this.#seatDemand.fill(0)
    for (let pack = 0; pack < compiled.packages.length; pack += 1) {
      const site = compiled.packageSite[pack]!
      const minutes = this.#siteMinutes[pack]! * Math.min(1, (compiled.fillable[pack]! * this.#part) / Math.max(1e-9, this.#demand[pack]!))
      if (site < 0 || minutes <= 0) continue
      const first = site * compiled.days + compiled.release[pack]!
      const last = site * compiled.days + compiled.due[pack]!
      let cheapest = Number.POSITIVE_INFINITY
      for (let seat = first; seat <= last; seat += 1) if (compiled.seats[seat]! > 0 && prices[seat]! < cheapest) cheapest = prices[seat]!
      let weights = 0
      for (let seat = first; seat <= last; seat += 1) weights += compiled.seats[seat]! * Math.exp((cheapest - prices[seat]!) / softness)
      for (let seat = first; seat <= last; seat += 1) {
        const share = weights > 0 ? (compiled.seats[seat]! * Math.exp((cheapest - prices[seat]!) / softness)) / weights : 1
        this.#seatDemand[seat]! += minutes * share
      }
    }
  }

  #movePrices(step: number): void {
    const compiled = this.#compiled
    const prices = this.#prices
    for (let pack = 0; pack < prices.package.length; pack += 1) {
      const units = compiled.fillable[pack]!
      if (units <= 0) continue
      const excess = Math.max(-1, Math.min(3, (this.#demand[pack]! / this.#part - units) / units))
      const price = prices.package[pack]! + step * excess * this.#scale * compiled.unitMinutes[pack]!
      prices.package[pack] = price > 0 ? price : 0
    }
    if (this.#hasSites) this.#askForSeats(4 * step * this.#scale)
    for (let seat = 0; seat < prices.seat.length; seat += 1) {
      const minutes = Math.max(compiled.seats[seat]!, this.#seatScale)
      if (minutes === 0) continue
      const excess = Math.max(-1, Math.min(1, (this.#seatDemand[seat]! / this.#part - compiled.seats[seat]!) / minutes))
      const price = prices.seat[seat]! + step * excess * this.#scale
      prices.seat[seat] = price > 0 ? price : 0
    }
  }
}
