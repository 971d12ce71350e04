import type { Compiled } from '../problem/compile.ts'
import { type AcceptedJob, fitting, minutesOf } from '../problem/fixed-work.ts'
import { type ReviewBooking, ReviewTimes } from './review-times.ts'
import { type Job, Room } from '../problem/room.ts'

export type ArcState = {
  readonly arc: number
  readonly units: number
  readonly seatDays: Float64Array | null
  readonly reviews: readonly ReviewBooking[] | null
}

/**
 * A plan that can be changed: units by arc, with everything they use. Whatever goes through `place` keeps every capacity;
 * the size of the lots is left to the caller, because a lot may be too small for a moment in the middle of a move.
 */
export class OpenPlan {
  readonly compiled: Compiled
  /** Units offered, by arc. */
  readonly units: Int32Array
  /** Units of each package that nobody has. */
  readonly left: Float64Array
  readonly seatsLeft: Float64Array
  /** Minutes of each worker that are used by accepted work, offers and reviews. */
  readonly used: Float64Array
  /** The arcs with units, by worker. */
  readonly held: number[][]
  /** Minutes by day of each arc that is done on site. */
  readonly seatDays = new Map<number, Float64Array>()
  /** Accepted work by worker as far as it fits, as jobs; on-site work lies on single days. */
  readonly accepted = new Map<number, readonly AcceptedJob[]>()
  /** Offers that no search may move: accepted since the plan was made, or pinned. */
  readonly locked = new Set<number>()
  /** Minutes of each worker in the whole period, ceiling and accepted minutes that found no room included. */
  readonly capacity: Float64Array
  /** While set, what every arc was before each change is written here, so that all of it can be undone. */
  journal: ArcState[] | null = null
  /** Arcs that get no offer: their worker has declined it since the plan was made. */
  readonly closed = new Set<number>()
  readonly reviews: ReviewTimes
  /** Seat minutes by day that the next on-site work takes first, as far as it can; null for the cheapest days. */
  wished: Float32Array | null = null
  work = 0
  readonly #room: Room
  readonly #otherRoom: Room
  #loaded = -1
  readonly #seatRoom: Float64Array
  /** The days of each site in the order in which seats are taken: the last first, unless some are dearer. */
  readonly #dayOrder: Uint16Array

  constructor(compiled: Compiled) {
    this.compiled = compiled
    this.units = new Int32Array(compiled.arcCount)
    this.left = compiled.units.slice()
    this.seatsLeft = compiled.seatsLeft.slice()
    this.used = new Float64Array(compiled.workers.length)
    this.held = Array.from({ length: compiled.workers.length }, () => [])
    this.#room = new Room(compiled.days)
    this.#otherRoom = new Room(compiled.days)
    this.capacity = new Float64Array(compiled.workers.length)
    this.reviews = new ReviewTimes(compiled, this.used, this.capacity, (reviewer) => this.#loadOther(reviewer))
    this.#seatRoom = new Float64Array(compiled.days)
    this.#dayOrder = Uint16Array.from(compiled.seats, (_, at) => compiled.days - 1 - (at % compiled.days))
    for (let worker = 0; worker < this.capacity.length; worker += 1) this.refresh(worker)
    for (const [worker, { minutes }] of compiled.promised) this.used[worker]! += minutes
  }

  /** From now on seats are taken on the cheapest days first. */
  preferCheapDays(seatPrices: Float64Array): void {
    const { days, siteIds } = this.compiled
    for (let site = 0; site < siteIds.length; site += 1) {
      const price = (day: number) => seatPrices[site * days + day]!
      this.#dayOrder.subarray(site * days, (site + 1) * days).sort((a, b) => price(a) - price(b) || b - a)
    }
  }

  /** The room of a worker with everything held loaded into it; valid until the next call for another worker. */
  room(worker: number): Room {
    if (this.#loaded !== worker) {
      this.#load(this.#room, worker)
      this.#loaded = worker
    }
    return this.#room
  }

  /** Minutes that still fit into the window of a package for this worker, ceiling included. */
  minutesFree(worker: number, release: number, due: number): number {
    const ceiling = this.compiled.ceiling[worker]! - this.used[worker]!
    return ceiling <= 0 ? 0 : Math.min(ceiling, this.room(worker).left(release, due))
  }

  /** How many more units of an arc fit, with demand, lot size, hours, ceiling, seats and reviewers; the least lot is not looked at. */
  fit(arc: number): number {
    const compiled = this.compiled
    const pack = compiled.arcPackage[arc]!
    const wanted = Math.min(this.left[pack]!, this.lotLeft(arc))
    return wanted <= 0 ? 0 : this.fitWithin(arc, wanted)
  }

  /** How many of `wanted` units fit into the worker's hours, the seats and the reviewers' hours. */
  fitWithin(arc: number, wanted: number): number {
    const compiled = this.compiled
    const pack = compiled.arcPackage[arc]!
    const minutes = compiled.arcMinutes[arc]!
    const worker = compiled.arcWorker[arc]!
    const free = this.minutesFree(worker, compiled.release[pack]!, compiled.due[pack]!)
    let units = Math.min(wanted, Math.floor(free / minutes))
    if (units > 0 && compiled.packageSite[pack]! >= 0)
      units = Math.min(units, Math.floor(this.#seatMinutes(arc, units * minutes) / minutes))
    if (units > 0 && compiled.arcGrowth[arc] === 1) units = this.reviews.units(arc, this.units[arc]!, units)
    return units
  }

  /** Units that this worker may still be offered of the package of an arc. */
  lotLeft(arc: number): number {
    if (this.closed.has(arc) || this.locked.has(arc)) return 0
    return this.compiled.lotMax[this.compiled.arcPackage[arc]!]! - this.units[arc]!
  }

  /** Adds units that `fit` has allowed. */
  place(arc: number, units: number): void {
    const compiled = this.compiled
    this.journal?.push(this.snapshot(arc))
    const pack = compiled.arcPackage[arc]!
    const worker = compiled.arcWorker[arc]!
    const minutes = units * compiled.arcMinutes[arc]!
    if (this.units[arc] === 0) this.held[worker]!.push(arc)
    if (compiled.packageSite[pack]! >= 0) this.#takeSeats(arc, minutes)
    else if (this.#loaded === worker) this.#room.add(compiled.release[pack]!, compiled.due[pack]!, minutes)
    this.units[arc]! += units
    this.left[pack]! -= units
    this.used[worker]! += minutes
    this.work += units * compiled.arcValue[arc]!
    if (compiled.arcGrowth[arc] === 1) this.#setReviews(arc, null)
  }

  remove(arc: number, units: number): void {
    const compiled = this.compiled
    this.journal?.push(this.snapshot(arc))
    const pack = compiled.arcPackage[arc]!
    const worker = compiled.arcWorker[arc]!
    const minutes = units * compiled.arcMinutes[arc]!
    this.units[arc]! -= units
    this.left[pack]! += units
    this.used[worker]! -= minutes
    this.work -= units * compiled.arcValue[arc]!
    if (this.units[arc] === 0) this.held[worker]!.splice(this.held[worker]!.indexOf(arc), 1)
    if (compiled.packageSite[pack]! >= 0) this.#giveSeatsBack(arc, minutes)
    if (compiled.arcGrowth[arc] === 1) this.#setReviews(arc, null)
    if (this.#loaded === worker) this.#loaded = -1
  }

  /** Everything an arc holds, to be put back by `restore`. */
  snapshot(arc: number): ArcState {
    const days = this.seatDays.get(arc)
    return {
      arc,
      units: this.units[arc]!,
      seatDays: days === undefined ? null : days.slice(),
      reviews: this.reviews.byArc.get(arc) ?? null,
    }
  }

  /** Puts an arc back exactly as it was; whoever undoes several changes does so in reverse order. */
  restore(state: ArcState): void {
    const compiled = this.compiled
    const arc = state.arc
    this.journal?.push(this.snapshot(arc))
    const pack = compiled.arcPackage[arc]!
    const worker = compiled.arcWorker[arc]!
    const change = state.units - this.units[arc]!
    if (this.units[arc] === 0 && state.units > 0) this.held[worker]!.push(arc)
    if (this.units[arc]! > 0 && state.units === 0) this.held[worker]!.splice(this.held[worker]!.indexOf(arc), 1)
    this.units[arc] = state.units
    this.left[pack]! -= change
    this.used[worker]! += change * compiled.arcMinutes[arc]!
    this.work += change * compiled.arcValue[arc]!
    if (compiled.packageSite[pack]! >= 0) this.#restoreSeats(arc, state.seatDays)
    if (compiled.arcGrowth[arc] === 1) this.#setReviews(arc, state.reviews ?? [])
    this.#loaded = -1
  }

  #restoreSeats(arc: number, days: Float64Array | null): void {
    const first = this.compiled.packageSite[this.compiled.arcPackage[arc]!]! * this.compiled.days
    this.seatDays.get(arc)?.forEach((minutes, day) => (this.seatsLeft[first + day]! += minutes))
    this.seatDays.delete(arc)
    if (days === null) return
    days.forEach((minutes, day) => (this.seatsLeft[first + day]! -= minutes))
    this.seatDays.set(arc, days.slice())
  }

  /** Looks again at the hours of a worker, after they were changed from outside. */
  refresh(worker: number): void {
    const { hours, days, ceiling } = this.compiled
    let sum = 0
    for (let at = worker * days; at < (worker + 1) * days; at += 1) sum += hours[at]!
    const promised = this.compiled.promised.get(worker)
    if (promised !== undefined) {
      const accepted = fitting(this.compiled, worker, promised.jobs)
      this.accepted.set(worker, accepted)
      sum += promised.minutes - minutesOf(accepted)
    }
    this.capacity[worker] = Math.min(sum, ceiling[worker]!)
    this.#loaded = -1
  }

  /** What an offer asks of its worker: one job in the window of the package, or one for each day with a seat. */
  jobsOfArc(arc: number): Job[] {
    const compiled = this.compiled
    const pack = compiled.arcPackage[arc]!
    const seats = this.seatDays.get(arc)
    if (seats === undefined)
      return [{ release: compiled.release[pack]!, due: compiled.due[pack]!, minutes: this.units[arc]! * compiled.arcMinutes[arc]! }]
    const jobs: Job[] = []
    seats.forEach((minutes, day) => minutes > 0 && jobs.push({ release: day, due: day, minutes }))
    return jobs
  }

  /** Books anew what the units of an arc need, or puts back what was booked. */
  #setReviews(arc: number, booked: readonly ReviewBooking[] | null): void {
    if (booked === null) this.reviews.book(arc, this.units[arc]!)
    else this.reviews.set(arc, booked)
    this.#loaded = -1
  }

  #loadOther(worker: number): Room {
    this.#load(this.#otherRoom, worker)
    return this.#otherRoom
  }

  #load(room: Room, worker: number): void {
    room.reset(this.compiled.hours, worker * this.compiled.days)
    this.layHeld(room, worker)
  }

  /** Lays everything that a worker holds into a room. */
  layHeld(room: Room, worker: number): void {
    const compiled = this.compiled
    if (this.accepted.size > 0) for (const job of this.accepted.get(worker) ?? []) room.add(job.release, job.due, job.minutes)
    if (this.reviews.byReviewer.size > 0)
      for (const job of this.reviews.byReviewer.get(worker)?.values() ?? []) room.add(job.release, job.due, job.minutes)
    for (const arc of this.held[worker]!) {
      const pack = compiled.arcPackage[arc]!
      if (compiled.packageSite[pack]! < 0)
        room.add(compiled.release[pack]!, compiled.due[pack]!, this.units[arc]! * compiled.arcMinutes[arc]!)
      else this.seatDays.get(arc)?.forEach((minutes, day) => room.add(day, day, minutes))
    }
  }

  /** Minutes, up to `wanted`, that the worker can sit at the site of the package; the days are left in #seatRoom. */
  #seatMinutes(arc: number, wanted: number): number {
    const room = this.#loadOther(this.compiled.arcWorker[arc]!)
    const pack = this.compiled.arcPackage[arc]!
    this.#seatRoom.fill(0)
    const wished = this.wished === null ? 0 : this.#sit(room, pack, wanted, this.wished)
    return wished + this.#sit(room, pack, wanted - wished, null)
  }

  /** Takes seats and room on the days of a package in their order, at most so many minutes on each; answers the minutes. */
  #sit(room: Room, pack: number, wanted: number, most: Float32Array | null): number {
    const { days, due, packageSite, release } = this.compiled
    const first = packageSite[pack]! * days
    let open = wanted
    for (let at = first; at < first + days && open > 0; at += 1) {
      const day = this.#dayOrder[at]!
      if (day < release[pack]! || day > due[pack]!) continue
      const seats = this.seatsLeft[first + day]! - this.#seatRoom[day]!
      if (seats <= 0) continue
      const used = Math.min(most === null ? open : Math.min(open, Math.ceil(most[day]!)), seats, room.left(day, day))
      if (used <= 0) continue
      room.add(day, day, used)
      this.#seatRoom[day]! += used
      open -= used
    }
    return wanted - open
  }

  #takeSeats(arc: number, minutes: number): void {
    const compiled = this.compiled
    const worker = compiled.arcWorker[arc]!
    const site = compiled.packageSite[compiled.arcPackage[arc]!]!
    if (this.#seatMinutes(arc, minutes) < minutes) throw new Error(`No seats for ${minutes} minutes of arc ${arc}`)
    const days = this.seatDays.get(arc) ?? new Float64Array(compiled.days)
    for (let day = 0; day < compiled.days; day += 1) {
      const used = this.#seatRoom[day]!
      if (used === 0) continue
      days[day]! += used
      this.seatsLeft[site * compiled.days + day]! -= used
    }
    this.seatDays.set(arc, days)
    if (this.#loaded === worker) this.#loaded = -1
  }

  #giveSeatsBack(arc: number, minutes: number): void {
    const compiled = this.compiled
    const site = compiled.packageSite[compiled.arcPackage[arc]!]!
    const days = this.seatDays.get(arc)!
    let open = minutes
    for (let day = 0; day < compiled.days && open > 0; day += 1) {
      const given = Math.min(open, days[day]!)
      days[day]! -= given
      this.seatsLeft[site * compiled.days + day]! += given
      open -= given
    }
    if (this.units[arc] === 0) this.seatDays.delete(arc)
  }
}
