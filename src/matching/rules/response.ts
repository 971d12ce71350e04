import type { Compiled } from './compile.ts'
import { placeOfDay, type Question, worthAbove } from './question.ts'
import { Room } from './room.ts'

/** The day of work that may be done on any day of its window. */
export const anyDay = -1

/** Evaluations of one person's worth while a price for the lot of one on-site package is sought, and rounds over the packages. */
const mostTries = 12
const mostRounds = 3

/**
 * What one person would do if everything shared had a price. The sets of work that fit into somebody's days form a polymatroid, so taking
 * the work in order of worth per minute, each as much as still fits, is exactly the best (Edmonds 1970). Work at a site counts as one piece of work for
 * each day, because seats cost something else every day; time for reviews is work that is paid by the price of reviews.
 */
export class Response {
  readonly #compiled: Compiled
  readonly #room: Room
  readonly #keys: Float64Array
  readonly #codes: Int32Array
  /** What follows is by arc of the worker who is asked, for on-site work only: the place in the order of days, minutes taken, and a price for the lot. */
  readonly #place: Int32Array
  readonly #takenOf: Float64Array
  readonly #lotPrice: Float64Array
  /** Reviews are numbered behind the arcs. */
  readonly #firstReview: number
  /** What was taken, `taken` pieces of it: arcs, and behind all arcs the packages that are reviewed; minutes; the day where it must be one. */
  readonly codes: Int32Array
  readonly minutes: Float64Array
  readonly days: Int16Array
  taken = 0
  /** The most pieces of work that an answer can have. */
  readonly pieces: number

  constructor(compiled: Compiled) {
    this.#compiled = compiled
    this.#room = new Room(compiled.days)
    this.#firstReview = compiled.arcCount
    let widest = 0
    let pieces = 0
    for (let worker = 0; worker < compiled.workers.length; worker += 1) {
      const arcs = compiled.start[worker + 1]! - compiled.start[worker]!
      widest = Math.max(widest, arcs)
      pieces = Math.max(pieces, arcs + (compiled.reviewedBy.get(worker)?.length ?? 0))
    }
    this.#keys = new Float64Array(pieces)
    this.#codes = new Int32Array(pieces)
    this.#place = new Int32Array(widest)
    this.#takenOf = new Float64Array(widest)
    this.#lotPrice = new Float64Array(widest)
    const most = pieces * (compiled.seats.length > 0 ? compiled.days : 1)
    this.pieces = most
    this.codes = new Int32Array(most)
    this.minutes = new Float64Array(most)
    this.days = new Int16Array(most)
  }

  /** Leaves a good piece of work for each of the worker's minutes in `arcs`, `minutes` and `days`; exactly the best where no on-site lot is full. */
  ask(worker: number, question: Question): void {
    this.#lotPrice.fill(0)
    this.#fill(worker, question, true)
  }

  /**
   * The most that a worker's work can be worth, and seldom more than that by a hair. A lot that is done over several days is one lot: where it would grow
   * too large it gets a price of its own, and any such price gives a true bound.
   */
  most(worker: number, question: Question): number {
    const { start } = this.#compiled
    this.#lotPrice.fill(0)
    let least = this.#fill(worker, question, false)
    const first = start[worker]!
    for (let round = 0; round < mostRounds; round += 1) {
      const before = least
      for (let arc = first; arc < start[worker + 1]!; arc += 1) {
        if (this.#isFull(arc, arc - first)) least = Math.min(least, this.#priceLot(worker, arc, question, least))
      }
      if (least > before * (1 - 1e-5)) break
    }
    return least
  }

  #isFull(arc: number, at: number): boolean {
    const excess = this.#takenOf[at]! - this.#lotMinutes(arc)
    return this.#compiled.packageSite[this.#compiled.arcPackage[arc]!]! >= 0 && (this.#lotPrice[at]! > 0 ? excess !== 0 : excess > 0)
  }

  /** Finds the price of one lot at which the worth is least, by the meeting point of the slopes on both sides: the worth is convex in it. */
  #priceLot(worker: number, arc: number, question: Question, known: number): number {
    const at = arc - this.#compiled.start[worker]!
    const lot = this.#lotMinutes(arc)
    const worthAt = (price: number) => {
      this.#lotPrice[at] = price
      return { price, worth: this.#fill(worker, question, false), slope: lot - this.#takenOf[at]! }
    }
    let best = { price: this.#lotPrice[at]!, worth: known }
    let low = worthAt(0)
    let high = worthAt(worthAbove(this.#compiled, question, arc))
    for (let tries = 0; tries < mostTries; tries += 1) {
      for (const one of [low, high]) if (one.worth < best.worth) best = one
      if (low.slope >= 0 || high.slope <= low.slope) break
      const meet = (low.worth - high.worth + high.slope * high.price - low.slope * low.price) / (high.slope - low.slope)
      const lowest = low.worth + low.slope * (meet - low.price)
      if (best.worth - lowest <= 1e-7 * Math.abs(best.worth)) break
      const middle = worthAt(meet)
      if (middle.slope < 0) low = middle
      else high = middle
    }
    return worthAt(best.price).worth
  }

  /** Fills the worker's days in order of worth and answers it; `whole` keeps lots of several days together, otherwise each day may hold a whole lot. */
  #fill(worker: number, question: Question, whole: boolean): number {
    const compiled = this.#compiled
    let worth = this.#collect(worker, question)
    let length = this.#length
    this.taken = 0
    if (length === 0) return worth
    const room = this.#room
    room.reset(compiled.hours, worker * compiled.days)
    let ceiling = compiled.ceiling[worker]!
    if (compiled.acceptedOf.size > 0) {
      for (const one of compiled.acceptedOf.get(worker) ?? []) {
        room.add(compiled.release[one.package]!, compiled.due[one.package]!, one.minutes)
        ceiling -= one.minutes
      }
    }
    // Days that are full from a first to a last day; work whose window lies inside needs no second look. Full intervals that touch are one.
    let fullFrom = 0
    let fullTo = -2
    while (length > 0 && ceiling > 0) {
      const code = this.#codes[0]!
      const perMinute = this.#keys[0]!
      const isReview = code >= this.#firstReview
      const pack = isReview ? code - this.#firstReview : compiled.arcPackage[code]!
      let most = Number.POSITIVE_INFINITY
      let day = anyDay
      if (!isReview) {
        most = this.#lotMinutes(code)
        if (compiled.packageSite[pack]! >= 0) {
          day = this.#dayOf(worker, code, question)
          if (whole) most -= this.#takenOf[code - compiled.start[worker]!]!
          most = Math.min(most, compiled.seats[compiled.packageSite[pack]! * compiled.days + day]!)
        }
      }
      const from = day === anyDay ? compiled.release[pack]! : day
      const to = day === anyDay ? compiled.due[pack]! : day
      length = day === anyDay || most <= 0 ? this.#pop(length) : this.#nextDay(worker, code, question, length)
      if ((from >= fullFrom && to <= fullTo) || most <= 0) continue
      const left = room.left(from, to)
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
      room.add(from, to, minutes)
      ceiling -= minutes
      worth += perMinute * minutes
      if (day !== anyDay) this.#takenOf[code - compiled.start[worker]!]! += minutes
      this.codes[this.taken] = code
      this.minutes[this.taken] = minutes
      this.days[this.taken] = day
      this.taken += 1
    }
    return worth
  }

  #lotMinutes(arc: number): number {
    const { arcMinutes, arcPackage, fillable, lotMax } = this.#compiled
    const pack = arcPackage[arc]!
    return Math.min(lotMax[pack]!, fillable[pack]!) * arcMinutes[arc]!
  }

  #length = 0

  /** Puts what is worth something into a heap, the most per minute on top; answers what the prices of lots are worth by themselves. */
  #collect(worker: number, question: Question): number {
    const compiled = this.#compiled
    const { arcGrowth, arcPackage, packageSite, reviewedBy, start } = compiled
    const keys = this.#keys
    const codes = this.#codes
    const perMinute = question.perMinute
    const first = start[worker]!
    const end = start[worker + 1]!
    let length = 0
    let worth = 0
    for (let arc = first; arc < end; arc += 1) {
      const pack = arcPackage[arc]!
      if (packageSite[pack]! >= 0) {
        this.#takenOf[arc - first] = 0
        this.#place[arc - first] = -1
        if (this.#lotPrice[arc - first]! > 0) worth += this.#lotPrice[arc - first]! * this.#lotMinutes(arc)
        const key = this.#keyOnNextDay(worker, arc, pack, question)
        if (key <= 0) continue
        keys[length] = key
      } else {
        const key = perMinute === null || arcGrowth[arc] === 1 ? worthAbove(compiled, question, arc) : perMinute[pack]!
        if (key <= 0) continue
        keys[length] = key
      }
      codes[length] = arc
      length += 1
    }
    if (reviewedBy.size > 0) {
      for (const pack of reviewedBy.get(worker) ?? []) {
        if (question.prices.review[pack]! <= 0) continue
        keys[length] = question.prices.review[pack]!
        codes[length] = this.#firstReview + pack
        length += 1
      }
    }
    this.#length = length
    for (let at = (length >> 1) - 1; at >= 0; at -= 1) this.#sink(at, length)
    return worth
  }

  /** Goes on to the next cheapest day on which the worker has time and there are seats; answers the worth of a minute there, 0 without such a day. */
  #keyOnNextDay(worker: number, arc: number, pack: number, question: Question): number {
    const at = arc - this.#compiled.start[worker]!
    const place = placeOfDay(this.#compiled, question, worker, pack, this.#place[at]! + 1)
    if (place < 0) return 0
    this.#place[at] = place
    const seat = this.#compiled.packageSite[pack]! * this.#compiled.days + this.#dayOf(worker, arc, question)
    return worthAbove(this.#compiled, question, arc) - question.prices.seat[seat]! - this.#lotPrice[at]!
  }

  #dayOf(worker: number, arc: number, question: Question): number {
    const { arcPackage, days, packageSite, start } = this.#compiled
    return question.dayOrder[packageSite[arcPackage[arc]!]! * days + this.#place[arc - start[worker]!]!]!
  }

  #nextDay(worker: number, arc: number, question: Question, length: number): number {
    const key = this.#keyOnNextDay(worker, arc, this.#compiled.arcPackage[arc]!, question)
    if (key <= 0) return this.#pop(length)
    this.#keys[0] = key
    this.#sink(0, length)
    return length
  }

  #pop(length: number): number {
    const last = length - 1
    this.#keys[0] = this.#keys[last]!
    this.#codes[0] = this.#codes[last]!
    this.#sink(0, last)
    return last
  }

  #sink(from: number, length: number): void {
    const keys = this.#keys
    const codes = this.#codes
    const key = keys[from]!
    const code = codes[from]!
    let at = from
    for (;;) {
      let child = 2 * at + 1
      if (child >= length) break
      if (child + 1 < length && keys[child + 1]! > keys[child]!) child += 1
      if (keys[child]! <= key) break
      keys[at] = keys[child]!
      codes[at] = codes[child]!
      at = child
    }
    keys[at] = key
    codes[at] = code
  }
}
