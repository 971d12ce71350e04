import type { Compiled } from '../problem/compile.ts'
import { reviewMinutes } from '../problem/constraints.ts'
import type { Job, Room } from '../problem/room.ts'

export type ReviewBooking = { readonly reviewer: number; readonly minutes: number }

/** The time that reviewers give to growth work; it counts as theirs in `used`, minutes by worker. */
export class ReviewTimes {
  readonly byArc = new Map<number, readonly ReviewBooking[]>()
  /** Reviews that a worker gives, by worker and then by arc of growth work. */
  readonly byReviewer = new Map<number, Map<number, Job>>()
  readonly #compiled: Compiled
  readonly #used: Float64Array
  /** The reviewers of each package in the order in which they are asked. */
  readonly #order: Map<number, Int32Array>
  readonly #capacity: Float64Array
  /** The room of a worker with everything held loaded into it. */
  readonly #roomOf: (worker: number) => Room

  constructor(compiled: Compiled, used: Float64Array, capacity: Float64Array, roomOf: (worker: number) => Room) {
    this.#compiled = compiled
    this.#used = used
    this.#order = new Map(compiled.reviewers)
    this.#capacity = capacity
    this.#roomOf = roomOf
  }

  /** From now on those whose minutes are worth least are asked first. */
  preferCheap(worth: Float64Array): void {
    for (const [pack, reviewers] of this.#compiled.reviewers)
      this.#order.set(
        pack,
        reviewers.slice().sort((a, b) => worth[a]! - worth[b]! || a - b),
      )
  }

  /** How many of `wanted` more units of growth work, beside the `had`, the reviewers have time for. */
  units(arc: number, had: number, wanted: number): number {
    const minutes = this.#compiled.arcMinutes[arc]!
    const share = this.#share(arc)
    const needed = reviewMinutes(share, (had + wanted) * minutes)
    const booked = sumOf(this.byArc.get(arc) ?? [])
    const free = sumOf(this.#find(arc, needed - booked))
    if (booked + free >= needed) return wanted
    return Math.max(0, Math.floor((booked + free) / share / minutes) - had)
  }

  /** Books what so many units of an arc need, instead of what was booked before. */
  book(arc: number, units: number): void {
    this.set(arc, [])
    const needed = reviewMinutes(this.#share(arc), units * this.#compiled.arcMinutes[arc]!)
    if (needed > 0) this.set(arc, this.#find(arc, needed))
  }

  set(arc: number, bookings: readonly ReviewBooking[]): void {
    const pack = this.#compiled.arcPackage[arc]!
    for (const booking of this.byArc.get(arc) ?? []) {
      this.#used[booking.reviewer]! -= booking.minutes
      this.byReviewer.get(booking.reviewer)?.delete(arc)
    }
    this.byArc.delete(arc)
    if (bookings.length === 0) return
    for (const { reviewer, minutes } of bookings) {
      this.#used[reviewer]! += minutes
      const jobs = this.byReviewer.get(reviewer) ?? new Map<number, Job>()
      jobs.set(arc, { release: this.#compiled.release[pack]!, due: this.#compiled.due[pack]!, minutes })
      this.byReviewer.set(reviewer, jobs)
    }
    this.byArc.set(arc, bookings)
  }

  #share(arc: number): number {
    return this.#compiled.packages[this.#compiled.arcPackage[arc]!]!.review?.share ?? 0
  }

  /** The first reviewers with free minutes in the window. */
  #find(arc: number, needed: number): ReviewBooking[] {
    const compiled = this.#compiled
    const pack = compiled.arcPackage[arc]!
    const found: ReviewBooking[] = []
    let open = needed
    for (const reviewer of this.#order.get(pack) ?? []) {
      if (open <= 0) break
      if (reviewer === compiled.arcWorker[arc]) continue
      const idle = this.#capacity[reviewer]! - this.#used[reviewer]!
      if (idle <= 0) continue
      const minutes = Math.min(open, Math.floor(this.#roomOf(reviewer).left(compiled.release[pack]!, compiled.due[pack]!)), idle)
      if (minutes <= 0) continue
      found.push({ reviewer, minutes })
      open -= minutes
    }
    return found
  }
}

function sumOf(bookings: readonly ReviewBooking[]): number {
  return bookings.reduce((sum, one) => sum + one.minutes, 0)
}
