/** Work with a window of days that a person is held to: accepted work, a seat on a day, review of somebody's growth work. */
export type Job = { readonly release: number; readonly due: number; readonly minutes: number }

/**
 * How much more work fits into a person's days. Work that may be done on any day of a window fits exactly when, for every interval of days,
 * the work released in it and due in it is at most its minutes (Hall's condition for intervals). So the room left for a window is the least
 * slack of all intervals around it, and only intervals that begin at a release or end at a due day can be tight.
 */
export class Room {
  readonly #days: number
  /** Minutes before each day, without those of work that must be done on one day; length days + 1. */
  readonly #before: Float64Array
  /** The jobs in order of due day. */
  #release: Int32Array = new Int32Array(16)
  #due: Int32Array = new Int32Array(16)
  #minutes: Float64Array = new Float64Array(16)
  #count = 0
  /** The interval of days that was tightest in the last answer of `left`. */
  tightFrom = 0
  tightTo = 0
  #slackTo = 0

  constructor(days: number) {
    this.#days = days
    this.#before = new Float64Array(days + 1)
  }

  /** Starts again with the minutes by day found at `offset`. */
  reset(minutesByDay: Int32Array, offset: number): void {
    const before = this.#before
    let sum = 0
    for (let day = 0; day < this.#days; day += 1) {
      sum += minutesByDay[offset + day]!
      before[day + 1] = sum
    }
    this.#count = 0
  }

  add(release: number, due: number, minutes: number): void {
    if (minutes <= 0) return
    if (release === due) {
      // Work of one day takes that day's minutes away, which is the same and quicker to look at.
      for (let day = due + 1; day <= this.#days; day += 1) this.#before[day]! -= minutes
      return
    }
    if (this.#count === this.#due.length) this.#grow()
    let at = this.#count
    while (at > 0 && this.#due[at - 1]! > due) {
      this.#due[at] = this.#due[at - 1]!
      this.#release[at] = this.#release[at - 1]!
      this.#minutes[at] = this.#minutes[at - 1]!
      at -= 1
    }
    this.#due[at] = due
    this.#release[at] = release
    this.#minutes[at] = minutes
    this.#count += 1
  }

  /** Minutes that still fit into the days from `release` to `due`, both included; never negative. */
  left(release: number, due: number): number {
    let least = this.#slackFrom(release, due)
    this.tightFrom = release
    this.tightTo = this.#slackTo
    let tried = release
    for (let job = 0; job < this.#count; job += 1) {
      const from = this.#release[job]!
      if (from >= release || from === tried) continue
      tried = from
      const slack = this.#slackFrom(from, due)
      if (slack >= least) continue
      least = slack
      this.tightFrom = from
      this.tightTo = this.#slackTo
    }
    return least > 0 ? least : 0
  }

  /** Takes the days without any minutes beside the tight interval into it. */
  widenTight(): void {
    const before = this.#before
    while (this.tightFrom > 0 && before[this.tightFrom] === before[this.tightFrom - 1]) this.tightFrom -= 1
    while (this.tightTo < this.#days - 1 && before[this.tightTo + 2] === before[this.tightTo + 1]) this.tightTo += 1
  }

  /** The least slack of intervals that begin at `from` and end at `due` or at a later due day. */
  #slackFrom(from: number, due: number): number {
    const before = this.#before
    const base = before[from]!
    let load = 0
    let job = 0
    for (; job < this.#count && this.#due[job]! <= due; job += 1) {
      if (this.#release[job]! >= from) load += this.#minutes[job]!
    }
    let least = before[due + 1]! - base - load
    this.#slackTo = due
    for (; job < this.#count; job += 1) {
      if (this.#release[job]! < from) continue
      load += this.#minutes[job]!
      const slack = before[this.#due[job]! + 1]! - base - load
      if (slack >= least) continue
      least = slack
      this.#slackTo = this.#due[job]!
    }
    return least
  }

  #grow(): void {
    const size = this.#due.length * 2
    const release = new Int32Array(size)
    const due = new Int32Array(size)
    const minutes = new Float64Array(size)
    release.set(this.#release)
    due.set(this.#due)
    minutes.set(this.#minutes)
    this.#release = release
    this.#due = due
    this.#minutes = minutes
  }
}

/** Lays jobs onto days, the earliest due day first; exact whenever the jobs fit at all. Answers minutes by day for each job. */
export function layOut(minutesByDay: readonly number[] | Int32Array, jobs: readonly Job[]): number[][] {
  const days = minutesByDay.length
  const left = jobs.map((job) => job.minutes)
  const laid = jobs.map(() => new Array<number>(days).fill(0))
  const order = [...jobs.keys()].sort((a, b) => jobs[a]!.due - jobs[b]!.due || a - b)
  for (let day = 0; day < days; day += 1) {
    let free = minutesByDay[day]!
    for (const job of order) {
      if (free <= 0) break
      if (left[job]! <= 0 || jobs[job]!.release > day || jobs[job]!.due < day) continue
      const used = Math.min(free, left[job]!)
      laid[job]![day] = used
      left[job]! -= used
      free -= used
    }
  }
  return laid
}
