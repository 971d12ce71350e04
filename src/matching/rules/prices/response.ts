import type { Compiled } from '../problem/compile.ts'
import { layPromised } from '../problem/fixed-work.ts'
import { Heap } from '../heap.ts'
import { placeOfDay, type Question, worthAbove } from './question.ts'
import { Room } from '../problem/room.ts'
import { leastBetween, type Point } from './slopes.ts'
import { tuning } from './tuning.ts'

/** The day of work that may be done on any day of its window. */
export const anyDay = -1

/**
 * What one person would do if everything shared had a price. The sets of work that fit into somebody's days form a polymatroid, so taking
 * the work in order of worth per minute, each as much as still fits, is exactly the best (Edmonds 1970). Work at a site counts as one piece of work for
 * each day, because seats cost something else every day; time for reviews is work that is paid by the price of reviews.
 */
export class Response {
  readonly #compiled: Compiled
  readonly #room: Room
  readonly #begin: (room: Room, worker: number) => number
  readonly #waiting: Heap
  /** For on-site work, by arc of the worker who is asked: the place in the order of days, and a price per minute for the lot as a whole. */
  readonly #place: Int32Array
  readonly #lotPrice: Float64Array
  #priced = false
  /** The fewest and the most units of each of the worker's arcs where they are limited. */
  readonly #least: Float64Array
  readonly #most: Float64Array
  #limited = false
  /** The units of each arc in the last answer. */
  readonly units: Float64Array
  /** What was taken, `taken` pieces of it: arcs, and behind all arcs the packages that are reviewed; minutes; the day where it must be one. */
  readonly codes: Int32Array
  readonly minutes: Float64Array
  readonly days: Int16Array
  taken = 0
  /** The most pieces of work that an answer can have. */
  readonly pieces: number

  /** `begin` lays what a person is held to into the room and answers the minutes below the ceiling; accepted work where it is left out. */
  constructor(compiled: Compiled, begin: (room: Room, worker: number) => number = (room, worker) => layPromised(compiled, room, worker)) {
    this.#compiled = compiled
    this.#begin = begin
    this.#room = new Room(compiled.days)
    let widest = 0
    let waiting = 0
    for (let worker = 0; worker < compiled.workers.length; worker += 1) {
      const arcs = compiled.start[worker + 1]! - compiled.start[worker]!
      widest = Math.max(widest, arcs)
      waiting = Math.max(waiting, arcs + (compiled.reviewedBy.get(worker)?.length ?? 0))
    }
    this.#waiting = new Heap(waiting)
    this.#place = new Int32Array(widest)
    this.#lotPrice = new Float64Array(widest)
    this.#least = new Float64Array(widest)
    this.#most = new Float64Array(widest)
    this.units = new Float64Array(widest)
    this.pieces = waiting * (compiled.seats.length > 0 ? compiled.days : 1)
    this.codes = new Int32Array(this.pieces)
    this.minutes = new Float64Array(this.pieces)
    this.days = new Int16Array(this.pieces)
  }

  /** Lets every lot have any size up to the largest. */
  free(): void {
    this.#limited = false
    if (this.#priced) this.#lotPrice.fill(0)
    this.#priced = false
  }

  /** The most units of each of a worker's arcs while its lots are free. */
  largest(worker: number): Float64Array {
    const { arcPackage, lotLimit, start } = this.#compiled
    return Float64Array.from(arcPackage.subarray(start[worker]!, start[worker + 1]!), (pack) => lotLimit[pack]!)
  }

  /** Sets the fewest and the most units of each of a worker's arcs. */
  limit(least: Float64Array, most: Float64Array): void {
    this.#limited = true
    this.#least.set(least)
    this.#most.set(most)
  }

  /**
   * Leaves good work within the limits in `codes`, `minutes` and `days` and answers its worth, below zero where the least is too much; it is exactly the
   * best where no on-site lot is as large as it may be.
   */
  ask(worker: number, question: Question): number {
    return this.#fill(worker, question, true)
  }

  /**
   * The most that a worker's work can be worth with lots from `least` to `most`, in parts of units, and seldom more than that by a hair; below zero where the
   * least is too much. A lot that is done over several days is one lot: where it would grow too large or too small it gets a price of its own, and any
   * such price gives a true bound.
   */
  worth(worker: number, question: Question): number {
    const { start } = this.#compiled
    let worth = this.#fill(worker, question, false)
    const first = start[worker]!
    for (let round = 0; round < tuning.lotRounds && worth >= 0; round += 1) {
      const before = worth
      for (let arc = first; arc < start[worker + 1]!; arc += 1) {
        if (this.#isOnSite(arc) && !this.#isBalanced(arc, arc - first)) worth = Math.min(worth, this.#priceLot(worker, arc, question))
      }
      if (worth > before * (1 - 1e-5)) break
    }
    return worth
  }

  #leastOf(at: number): number {
    return this.#limited ? this.#least[at]! : 0
  }

  #mostOf(arc: number, at: number): number {
    return this.#limited ? this.#most[at]! : this.#compiled.lotLimit[this.#compiled.arcPackage[arc]!]!
  }

  #isOnSite(arc: number): boolean {
    return this.#compiled.packageSite[this.#compiled.arcPackage[arc]!]! >= 0
  }

  /** Whether the price of a lot is neither too low nor too high. */
  #isBalanced(arc: number, at: number): boolean {
    const price = this.#lotPrice[at]!
    if (price > 0) return this.units[at] === this.#mostOf(arc, at)
    return price < 0
      ? this.units[at] === this.#leastOf(at)
      : this.units[at]! >= this.#leastOf(at) && this.units[at]! <= this.#mostOf(arc, at)
  }

  /** Finds the price of one lot at which the worth is least; the worth is convex in it. */
  #priceLot(worker: number, arc: number, question: Question): number {
    const at = arc - this.#compiled.start[worker]!
    const worthAt = (price: number, limit: number): Point => {
      this.#lotPrice[at] = price
      this.#priced = true
      return { at: price, value: this.#fill(worker, question, false), slope: this.#compiled.arcMinutes[arc]! * (limit - this.units[at]!) }
    }
    const most = this.#mostOf(arc, at)
    const least = this.#leastOf(at)
    let best = worthAt(0, most)
    if (best.slope < 0)
      best = leastBetween((price) => worthAt(price, most), best, worthAt(Math.max(0, worthAbove(this.#compiled, question, arc)), most))
    else if (this.units[at]! < least)
      best = leastBetween((price) => worthAt(price, least), worthAt(-this.#dearest(worker, question), least), worthAt(0, least))
    return worthAt(best.at, most).value
  }

  /** More than a minute of anything is worth to a worker, with a seat. */
  #dearest(worker: number, question: Question): number {
    const { reviewedBy, start } = this.#compiled
    let dearest = 1
    for (let arc = start[worker]!; arc < start[worker + 1]!; arc += 1)
      dearest = Math.max(dearest, worthAbove(this.#compiled, question, arc))
    for (const pack of reviewedBy.get(worker) ?? []) dearest = Math.max(dearest, question.prices.review[pack]!)
    return 2 * dearest + question.prices.seat.reduce((most, price) => Math.max(most, price), 0)
  }

  /** Fills the worker's days in order of worth and answers it; `whole` keeps lots of several days together, otherwise each day may hold a whole lot. */
  #fill(worker: number, question: Question, whole: boolean): number {
    const compiled = this.#compiled
    const { arcMinutes, arcPackage, due, packageSite, release, start } = compiled
    const firstReview = compiled.arcCount
    const first = start[worker]!
    const room = this.#room
    const waiting = this.#waiting
    let worth = this.#collect(worker, question)
    this.taken = 0
    if (waiting.length === 0 && worth === 0) return 0
    room.reset(compiled.hours, worker * compiled.days)
    let ceiling = this.#begin(room, worker)
    for (let at = 0; this.#limited && at < start[worker + 1]! - first; at += 1) {
      const least = this.#least[at]! * arcMinutes[first + at]!
      const pack = arcPackage[first + at]!
      if (least === 0 || packageSite[pack]! >= 0) continue
      if (least > ceiling || least > room.left(release[pack]!, due[pack]!)) return -1
      room.add(release[pack]!, due[pack]!, least)
      ceiling -= least
      worth += least * worthAbove(compiled, question, first + at)
      this.units[at] = this.#least[at]!
    }
    // Days that are full from a first to a last day; work whose window lies inside needs no second look. Full intervals that touch are one.
    let fullFrom = 0
    let fullTo = -2
    while (waiting.length > 0 && ceiling > 0) {
      const code = waiting.codes[0]!
      const perMinute = waiting.keys[0]!
      const isReview = code >= firstReview
      const pack = isReview ? code - firstReview : arcPackage[code]!
      const day = !isReview && packageSite[pack]! >= 0 ? this.#dayOf(worker, code, question) : anyDay
      const from = day === anyDay ? release[pack]! : day
      const to = day === anyDay ? due[pack]! : day
      if (day === anyDay) waiting.pop()
      else this.#nextDay(worker, code, question)
      if (from >= fullFrom && to <= fullTo) continue
      const most = isReview ? Number.POSITIVE_INFINITY : this.#mostMinutes(code, first, day, whole, question)
      if (most <= 0) continue
      const left = room.left(from, to)
      const minutes = Math.min(most, ceiling, left)
      if (minutes === left) {
        room.widenTight()
        const touches = room.tightFrom <= fullTo + 1 && room.tightTo >= fullFrom - 1
        if (touches || room.tightTo - room.tightFrom > fullTo - fullFrom) {
          fullFrom = touches ? Math.min(fullFrom, room.tightFrom) : room.tightFrom
          fullTo = touches ? Math.max(fullTo, room.tightTo) : room.tightTo
          if (fullFrom === 0 && fullTo === compiled.days - 1) waiting.length = 0
        }
      }
      if (minutes <= 0) continue
      room.add(from, to, minutes)
      ceiling -= minutes
      worth += perMinute * minutes
      if (code < firstReview) this.units[code - first]! += minutes / arcMinutes[code]!
      this.codes[this.taken] = code
      this.minutes[this.taken] = minutes
      this.days[this.taken] = day
      this.taken += 1
    }
    return worth
  }

  /** Minutes of an arc that may still be taken, on one day where it is on site. */
  #mostMinutes(arc: number, first: number, day: number, whole: boolean, { seats }: Question): number {
    const { arcMinutes, arcPackage, days, packageSite } = this.#compiled
    const at = arc - first
    if (day === anyDay) return (this.#mostOf(arc, at) - this.#leastOf(at)) * arcMinutes[arc]!
    const units = whole ? this.#mostOf(arc, at) - this.units[at]! : this.#mostOf(arc, at)
    return Math.min(units * arcMinutes[arc]!, seats[packageSite[arcPackage[arc]!]! * days + day]!)
  }

  /** Puts what is worth something into a heap, the most per minute on top; answers what the prices of lots are worth by themselves. */
  #collect(worker: number, question: Question): number {
    const compiled = this.#compiled
    const { arcGrowth, arcPackage, packageSite, reviewedBy, start } = compiled
    const waiting = this.#waiting
    const perMinute = question.perMinute
    const quick = perMinute !== null && !this.#priced
    const first = start[worker]!
    const end = start[worker + 1]!
    let lots = 0
    const { codes, keys } = waiting
    let length = 0
    this.units.fill(0, 0, end - first)
    for (let arc = first; arc < end; arc += 1) {
      const pack = arcPackage[arc]!
      let key = quick ? perMinute[pack]! : worthAbove(compiled, question, arc)
      if (quick && key <= 0) continue
      if (quick && arcGrowth[arc] === 1) key -= question.growthCost[pack]!
      if (packageSite[pack]! >= 0) {
        if (this.#priced) lots += this.#lotWorth(arc, arc - first)
        key = this.#keyOnSite(worker, arc, key, question)
      }
      if (key <= 0) continue
      keys[length] = key
      codes[length] = arc
      length += 1
    }
    if (reviewedBy.size > 0) {
      for (const pack of reviewedBy.get(worker) ?? []) {
        const key = question.prices.review[pack]!
        if (key <= 0) continue
        keys[length] = key
        codes[length] = compiled.arcCount + pack
        length += 1
      }
    }
    waiting.order(length)
    return lots
  }

  /** What the price of a lot is worth by itself. */
  #lotWorth(arc: number, at: number): number {
    const price = this.#lotPrice[at]!
    return price === 0 ? 0 : price * this.#compiled.arcMinutes[arc]! * (price > 0 ? this.#mostOf(arc, at) : this.#leastOf(at))
  }

  /** Begins with the cheapest day of an arc that is worth `worth` per minute without a seat. */
  #keyOnSite(worker: number, arc: number, worth: number, question: Question): number {
    const at = arc - this.#compiled.start[worker]!
    this.#place[at] = -1
    return worth - this.#lotPrice[at]! > 0 ? this.#keyOnNextDay(worker, arc, worth, question) : 0
  }

  /** Goes on to the next cheapest day on which the worker has time and there are seats; answers the worth of a minute there, 0 without such a day. */
  #keyOnNextDay(worker: number, arc: number, worth: number, question: Question): number {
    const { arcPackage, days, packageSite, start } = this.#compiled
    const at = arc - start[worker]!
    const pack = arcPackage[arc]!
    const place = placeOfDay(this.#compiled, question, worker, pack, this.#place[at]! + 1)
    if (place < 0) return 0
    this.#place[at] = place
    return worth - question.prices.seat[packageSite[pack]! * days + this.#dayOf(worker, arc, question)]! - this.#lotPrice[at]!
  }

  #dayOf(worker: number, arc: number, question: Question): number {
    const { arcPackage, days, packageSite, start } = this.#compiled
    return question.dayOrder[packageSite[arcPackage[arc]!]! * days + this.#place[arc - start[worker]!]!]!
  }

  #nextDay(worker: number, arc: number, question: Question): void {
    const key = this.#keyOnNextDay(worker, arc, worthAbove(this.#compiled, question, arc), question)
    if (key > 0) this.#waiting.lower(key)
    else this.#waiting.pop()
  }
}
