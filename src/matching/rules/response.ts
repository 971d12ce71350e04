import type { Compiled } from './compile.ts'
import { Room } from './room.ts'

/** Prices of what is shared: by package per unit, by site and day per seat minute. */
export type Prices = { readonly package: Float64Array; readonly seat: Float64Array }

export function noPrices(compiled: Compiled): Prices {
  return { package: new Float64Array(compiled.packages.length), seat: new Float64Array(compiled.seats.length) }
}

/**
 * What one person would do if everything shared had a price. The sets of work that fit into somebody's days form a polymatroid, so taking
 * the work in order of worth per minute, each as much as still fits, is exactly the best (Edmonds 1970). Its worth is a part of the bound.
 */
export class Response {
  readonly #compiled: Compiled
  readonly #room: Room
  readonly #keys: Float64Array
  readonly #arcs: Int32Array
  /** The arcs taken and their minutes, `taken` of them. */
  readonly arcs: Int32Array
  readonly minutes: Float64Array
  taken = 0
  /** The most arcs that one worker has. */
  readonly widest: number

  constructor(compiled: Compiled) {
    this.#compiled = compiled
    this.#room = new Room(compiled.days)
    let widest = 0
    for (let worker = 0; worker < compiled.workers.length; worker += 1) {
      widest = Math.max(widest, compiled.start[worker + 1]! - compiled.start[worker]!)
    }
    this.widest = widest
    this.#keys = new Float64Array(widest)
    this.#arcs = new Int32Array(widest)
    this.arcs = new Int32Array(widest)
    this.minutes = new Float64Array(widest)
  }

  /** Answers the worth of the best work of a worker; a seat costs what it costs on the cheapest day of its window. */
  best(worker: number, question: Question): number {
    const compiled = this.#compiled
    const waiting = question.perMinute === null ? this.#collect(worker, question) : this.#collectSame(worker, question.perMinute)
    this.taken = 0
    if (waiting === 0) return 0
    const room = this.#room
    room.reset(compiled.hours, worker * compiled.days)
    let ceiling = compiled.ceiling[worker]!
    if (compiled.acceptedOf.size > 0) {
      for (const one of compiled.acceptedOf.get(worker) ?? []) {
        room.add(compiled.release[one.package]!, compiled.due[one.package]!, one.minutes)
        ceiling -= one.minutes
      }
    }
    let worth = 0
    let length = waiting
    // Days that are full from a first to a last day; work whose window lies inside needs no second look. Full intervals that touch are one.
    let fullFrom = 0
    let fullTo = -2
    while (length > 0 && ceiling > 0) {
      const arc = this.#arcs[0]!
      const perMinute = this.#keys[0]!
      length = this.#pop(length)
      const pack = compiled.arcPackage[arc]!
      if (compiled.release[pack]! >= fullFrom && compiled.due[pack]! <= fullTo) continue
      const most = Math.min(compiled.lotMax[pack]!, compiled.fillable[pack]!) * compiled.arcMinutes[arc]!
      const left = room.left(compiled.release[pack]!, compiled.due[pack]!)
      const minutes = Math.min(most, ceiling, left)
      if (minutes === left) {
        room.widenTight()
        const touches = room.tightFrom <= fullTo + 1 && room.tightTo >= fullFrom - 1
        if (touches || room.tightTo - room.tightFrom > fullTo - fullFrom) {
          fullFrom = touches ? Math.min(fullFrom, room.tightFrom) : room.tightFrom
          fullTo = touches ? Math.max(fullTo, room.tightTo) : room.tightTo
          if (fullFrom === 0 && fullTo === compiled.days - 1) length = 0
        }
      }
      if (minutes <= 0) continue
      room.add(compiled.release[pack]!, compiled.due[pack]!, minutes)
      ceiling -= minutes
      worth += perMinute * minutes
      this.arcs[this.taken] = arc
      this.minutes[this.taken] = minutes
      this.taken += 1
    }
    return worth
  }

  /** Puts the arcs that are worth something into a heap, the most per minute on top. */
  #collect(worker: number, { prices, cheapest }: Question): number {
    const compiled = this.#compiled
    const keys = this.#keys
    const arcs = this.#arcs
    let length = 0
    for (let arc = compiled.start[worker]!; arc < compiled.start[worker + 1]!; arc += 1) {
      const pack = compiled.arcPackage[arc]!
      let key = (compiled.arcValue[arc]! - prices.package[pack]!) / compiled.arcMinutes[arc]!
      if (cheapest !== null) key -= cheapest[pack]!
      if (key <= 0) continue
      keys[length] = key
      arcs[length] = arc
      length += 1
    }
    return this.#heap(length)
  }

  /** The same where a package is worth the same to everybody. */
  #collectSame(worker: number, perMinute: Float64Array): number {
    const { arcPackage, start } = this.#compiled
    const keys = this.#keys
    const arcs = this.#arcs
    const end = start[worker + 1]!
    let length = 0
    for (let arc = start[worker]!; arc < end; arc += 1) {
      const key = perMinute[arcPackage[arc]!]!
      if (key <= 0) continue
      keys[length] = key
      arcs[length] = arc
      length += 1
    }
    return this.#heap(length)
  }

  #heap(length: number): number {
    for (let at = (length >> 1) - 1; at >= 0; at -= 1) this.#sink(at, length)
    return length
  }

  #pop(length: number): number {
    const last = length - 1
    this.#keys[0] = this.#keys[last]!
    this.#arcs[0] = this.#arcs[last]!
    this.#sink(0, last)
    return last
  }

  #sink(from: number, length: number): void {
    const keys = this.#keys
    const arcs = this.#arcs
    const key = keys[from]!
    const arc = arcs[from]!
    let at = from
    for (;;) {
      let child = 2 * at + 1
      if (child >= length) break
      if (child + 1 < length && keys[child + 1]! > keys[child]!) child += 1
      if (keys[child]! <= key) break
      keys[at] = keys[child]!
      arcs[at] = arcs[child]!
      at = child
    }
    keys[at] = key
    arcs[at] = arc
  }
}

/** Prices with what follows from them, computed once for all who are asked at them. */
export type Question = {
  readonly prices: Prices
  /** The seat of each package on its cheapest day, per minute; null while no seat costs anything. */
  readonly cheapest: Float64Array | null
  /** Worth above all prices per minute, by package, where it is the same for everybody. */
  readonly perMinute: Float64Array | null
}

export function questionAt(compiled: Compiled, prices: Prices): Question {
  const cheapest = cheapestSeats(compiled, prices)
  if (!compiled.sameForAll) return { prices, cheapest, perMinute: null }
  const perMinute = new Float64Array(compiled.packages.length)
  compiled.packages.forEach((pack, index) => {
    perMinute[index] = (pack.unitMinutes * pack.priority - prices.package[index]!) / pack.unitMinutes - (cheapest?.[index] ?? 0)
  })
  return { prices, cheapest, perMinute }
}

/** The price of a seat minute on the cheapest day of each package's window that has seats at all, or null while no seat costs anything. */
export function cheapestSeats(compiled: Compiled, prices: Prices): Float64Array | null {
  if (!prices.seat.some((price) => price > 0)) return null
  const cheapest = new Float64Array(compiled.packages.length)
  for (let pack = 0; pack < cheapest.length; pack += 1) {
    const site = compiled.packageSite[pack]!
    if (site < 0 || compiled.release[pack]! > compiled.due[pack]!) continue
    let least = Number.POSITIVE_INFINITY
    for (let day = compiled.release[pack]!; day <= compiled.due[pack]!; day += 1) {
      const seat = site * compiled.days + day
      if (compiled.seats[seat]! > 0) least = Math.min(least, prices.seat[seat]!)
    }
    cheapest[pack] = least
  }
  return cheapest
}
