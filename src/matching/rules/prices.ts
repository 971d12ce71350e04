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
/** With so many people the demand is taken from the last answers of a part of them, a larger part as the steps get smaller. */
const manyPeople = 20_000
const windows = [
  { people: 5000, until: 0.03 },
  { people: 12_500, until: 0.012 },
  { people: 25_000, until: 0.006 },
  { people: 50_000, until: 0.0015 },
] as const
const firstStep = 1
const lastStep = 2e-3
const shrink = 0.85
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
  const found = compiled.workers.length < manyPeople ? searchAll(search, options) : searchWindows(compiled, search, options)
  return snapped(compiled, search, found)
}

function searchAll(search: Tatonnement, options: PriceOptions): PriceSearch {
  let best: PriceSearch | null = null
  let step = firstStep
  for (let round = 1; round <= options.rounds && step > lastStep && !options.stop(); round += 1) {
    const average = search.round(step)
    if (step < boundBelow) {
      const bound = search.value(average)
      if (best === null || bound < best.bound) best = { prices: average, guide: average, bound, rounds: round }
      options.onRound(round, best.bound)
    }
    step *= shrink
  }
  if (best !== null) return best
  const prices = search.current()
  return { prices, guide: prices, bound: search.value(prices), rounds: 0 }
}

function searchWindows(compiled: Compiled, search: Tatonnement, options: PriceOptions): PriceSearch {
  let prices = search.current()
  let step = firstStep
  let rounds = 0
  for (const window of windows) {
    search.slide(Math.min(window.people, Math.floor(compiled.workers.length / 2)))
    for (; step > window.until && !options.stop(); step *= shrink) {
      prices = search.round(step)
      rounds += 1
    }
  }
  const bound = search.value(prices)
  options.onRound(rounds, bound)
  return { prices, guide: prices, bound, rounds }
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
  readonly #order: Int32Array
  /** The part of all people whose answers count. */
  #part = 1
  /** How many answers count at a time; 0 for one of everybody. */
  #window = 0
  #next = 0
  #oldest = 0
  readonly #random: ReturnType<typeof randomFrom>
  /** Each person's last answer: arcs and units, at most `kept` of them, the best first. */
  readonly #lastArc: Int32Array
  readonly #lastUnits: Float32Array
  readonly #lastCount: Int32Array
  readonly #kept: number
  readonly #demand: Float64Array
  readonly #seatDemand: Float64Array
  /** Units of on-site work asked for in the mean of the last rounds; the demand itself swings from nothing to far too much. */
  readonly #usual: Float64Array
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
    this.#usual = new Float64Array(compiled.packages.length)
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

  /** From now on only the last answers of so many people count, and a round asks as many. */
  slide(people: number): void {
    if (this.#window === 0) this.#shuffleBlocks()
    this.#window = people
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

  /** One answer of everybody, or of as many as the window has, with price changes in between; answers the average prices. */
  round(step: number): Prices {
    const sum = noPrices(this.#compiled)
    const people = this.#window === 0 ? this.#order.length : this.#window
    if (this.#window === 0) {
      this.#shuffleBlocks()
      this.#next = 0
    }
    for (let chunk = 0; chunk < chunks; chunk += 1) {
      const cheapest = cheapestSeats(this.#compiled, this.#prices)
      const count = Math.floor(((chunk + 1) * people) / chunks) - Math.floor((chunk * people) / chunks)
      for (let asked = 0; asked < count; asked += 1) this.#askNext(cheapest)
      this.#movePrices(step / chunks)
      this.#prices.package.forEach((price, pack) => (sum.package[pack]! += price / chunks))
      this.#prices.seat.forEach((price, seat) => (sum.seat[seat]! += price / chunks))
    }
    return sum
  }

  #askNext(cheapest: Float64Array | null): void {
    const order = this.#order
    this.#answer(order[this.#next % order.length]!, cheapest)
    this.#next += 1
    if (this.#window === 0) return
    while (this.#next - this.#oldest > this.#window) {
      this.#forget(order[this.#oldest % order.length]!)
      this.#oldest += 1
    }
    this.#part = (this.#next - this.#oldest) / order.length
  }

  #forget(worker: number): void {
    const first = worker * this.#kept
    for (let at = first; at < first + this.#lastCount[worker]!; at += 1) this.#count(this.#lastArc[at]!, -this.#lastUnits[at]!)
    this.#lastCount[worker] = 0
  }

  #answer(worker: number, cheapest: Float64Array | null): void {
    const compiled = this.#compiled
    this.#forget(worker)
    const first = worker * this.#kept
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
    this.#demand[this.#compiled.arcPackage[arc]!]! += units
  }

  /** Seats are asked for on the cheapest days of each window; days of about the same price share by the seats they have. */
  #askForSeats(softness: number): void {
    const compiled = this.#compiled
    const prices = this.#prices.seat
    this.#seatDemand.fill(0)
    for (let pack = 0; pack < compiled.packages.length; pack += 1) {
      const site = compiled.packageSite[pack]!
      if (site < 0) continue
      this.#usual[pack]! += (this.#demand[pack]! / this.#part - this.#usual[pack]!) / (2 * chunks)
      const minutes = Math.min(this.#usual[pack]!, compiled.fillable[pack]!) * compiled.unitMinutes[pack]!
      if (minutes <= 0) continue
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
      const excess = Math.max(-1, Math.min(1, (this.#seatDemand[seat]! - compiled.seats[seat]!) / minutes))
      const price = prices.seat[seat]! + step * excess * this.#scale
      prices.seat[seat] = price > 0 ? price : 0
    }
  }
}
