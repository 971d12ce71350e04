import { dualValue } from './certify.ts'
import type { Compiled } from './compile.ts'
import { randomFrom, shuffle } from './random.ts'
import { cheapestSeats, noPrices, type Prices, Response } from './response.ts'

export type PriceSearch = { readonly prices: Prices; readonly bound: number; readonly rounds: number }

export type PriceOptions = {
  readonly rounds: number
  readonly seed: number
  readonly stop: () => boolean
  readonly onRound: (round: number, bound: number) => void
}

/** Price changes in one round through the people who answer. */
const chunks = 32
const firstStep = 1
const shrink = 0.85
const lastStep = 2e-3
/** Above twice this many people a sample of them finds the rough prices first. */
const sampleSize = 5000
/** With a sample behind it the search through everybody begins with a small step. */
const stepAfterSample = 0.04
const shrinkAfterSample = 0.6

/**
 * Finds prices at which people together want about as much of everything as there is. People answer the prices in small groups, in an order that
 * changes; every other person counts with the last answer, so that each price change sees the demand of all. The average of a round's
 * prices is a candidate, the least bound wins, and the step shrinks from round to round.
 */
export function findPrices(compiled: Compiled, options: PriceOptions): PriceSearch {
  const search = new Tatonnement(compiled, options.seed)
  let best: PriceSearch = { prices: noPrices(compiled), bound: search.value(noPrices(compiled)), rounds: 0 }
  const sampled = compiled.workers.length > 2 * sampleSize
  if (sampled) {
    search.sample(sampleSize)
    for (let step = firstStep; step > lastStep * 2 && !options.stop(); step *= shrink) search.round(step)
    search.everybody()
  }
  let step = sampled ? stepAfterSample : firstStep
  for (let round = 1; round <= options.rounds && step > lastStep && !options.stop(); round += 1) {
    const average = search.round(step)
    const last = step * (sampled ? shrinkAfterSample : shrink) <= lastStep
    // Far from the end the bound is not worth a walk through everybody.
    if (step < 0.1 || last || round % 4 === 0) {
      const bound = search.value(average)
      if (bound < best.bound) best = { prices: average, bound, rounds: round }
      options.onRound(round, best.bound)
    }
    step *= sampled ? shrinkAfterSample : shrink
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
  /** Units in each person's last answer, by arc. */
  readonly #last: Float32Array
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
    this.#last = new Float32Array(compiled.arcCount)
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

  /** Lets only some people answer, who then stand for all. */
  sample(size: number): void {
    shuffle(this.#order, this.#random)
    this.#order = this.#order.slice(0, size)
    this.#part = size / this.#compiled.workers.length
  }

  /** Lets everybody answer again; those who have not been asked yet answer once before any price moves. */
  everybody(): void {
    const asked = new Set(this.#order)
    const cheapest = cheapestSeats(this.#compiled, this.#prices)
    this.#order = Int32Array.from(this.#compiled.workers.keys())
    this.#part = 1
    for (const worker of this.#order) if (!asked.has(worker)) this.#answer(worker, cheapest)
  }

  /** One answer of everybody, with price changes in between; answers the average prices. */
  round(step: number): Prices {
    const sum = noPrices(this.#compiled)
    shuffle(this.#order, this.#random)
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
    for (let arc = compiled.start[worker]!; arc < compiled.start[worker + 1]!; arc += 1) {
      if (this.#last[arc] !== 0) this.#count(arc, -this.#last[arc]!)
    }
    this.#response.best(worker, this.#prices, cheapest)
    for (let index = 0; index < this.#response.taken; index += 1) {
      const arc = this.#response.arcs[index]!
      this.#count(arc, this.#response.minutes[index]! / compiled.arcMinutes[arc]!)
    }
  }

  #count(arc: number, units: number): void {
    const compiled = this.#compiled
    const pack = compiled.arcPackage[arc]!
    this.#last[arc] = units > 0 ? units : 0
    this.#demand[pack]! += units > 0 ? this.#last[arc]! : units
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
