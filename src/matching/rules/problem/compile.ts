import { lotRange } from '../../../orders/rules/gates.ts'
import { arcColumns, type Arcs, indexByPackage, type Overrides, pairOverrides } from './arcs.ts'
import { canReview } from './constraints.ts'
import { sortedEntries } from './eligible.ts'
import { type CompiledAccepted, fixAccepted, type Promised } from './fixed-work.ts'
import type { Problem, Worker, WorkPackage } from './problem.ts'

/**
 * The problem as typed arrays. An arc is a worker and a package that pass every gate; arcs lie in order of worker, then package.
 * Workers and packages are in order of id, so that the order of the input changes nothing.
 */
export type Compiled = Arcs & {
  readonly days: number
  readonly workers: readonly Worker[]
  readonly packages: readonly WorkPackage[]
  readonly siteIds: readonly string[]
  /** byPackage[packageStart[p]] … are the arcs of package p. */
  readonly packageStart: Int32Array
  readonly byPackage: Int32Array
  /** Units not yet accepted by anybody. */
  readonly units: Float64Array
  /** The most units that lots of proper size can add up to; only the bound looks at it. */
  readonly fillable: Float64Array
  /** The most units that one person can be given by the size of the lots and by what is left. */
  readonly lotLimit: Float64Array
  readonly unitMinutes: Int32Array
  readonly release: Int32Array
  readonly due: Int32Array
  readonly lotMin: Float64Array
  readonly lotMax: Float64Array
  /** Index of the site where the work must be done, −1 for anywhere. */
  readonly packageSite: Int32Array
  /** Minutes of worker w on day d at w × days + d, before accepted work. */
  readonly hours: Int32Array
  readonly ceiling: Float64Array
  /** Seat minutes of site s on day d at s × days + d. */
  readonly seats: Float64Array
  /** Accepted work, and what it takes of people's hours and of the seats. */
  readonly accepted: readonly CompiledAccepted[]
  readonly promised: ReadonlyMap<number, Promised>
  /** Seat minutes beside accepted work, as in `seats`. */
  readonly seatsLeft: Float64Array
  /** Workers who may review a package; only packages with review have an entry. */
  readonly reviewers: ReadonlyMap<number, Int32Array>
  /** The packages that a worker may review. */
  readonly reviewedBy: ReadonlyMap<number, readonly number[]>
  /** Minutes of review for each minute of growth work, by package; 0 without review. */
  readonly reviewShare: Float64Array
  /** Whether no pair has minutes or a value of its own. */
  readonly sameForAll: boolean
  /** Every possible sum of work times this is an integer, so anything below 1 ÷ scale decides ties only; 0 when the values are no such decimals. */
  readonly workScale: number
}

export function compareIds(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

export function indexById(list: readonly { readonly id: string }[]): Map<string, number> {
  return new Map(list.map((one, index) => [one.id, index]))
}

/** The arc of a worker and a package by their indexes, −1 where a gate is closed; the arcs of a worker are in order of package. */
export function arcOf({ arcPackage, start }: Compiled, worker: number, pack: number): number {
  let low = start[worker]!
  let high = start[worker + 1]!
  while (low < high) {
    const middle = (low + high) >> 1
    if (arcPackage[middle]! < pack) low = middle + 1
    else high = middle
  }
  return low < start[worker + 1]! && arcPackage[low] === pack ? low : -1
}

/** The same by ids; −1 also for ids that are not in the problem. */
export function arcsById(compiled: Compiled): (worker: string, pack: string) => number {
  const workers = indexById(compiled.workers)
  const packages = indexById(compiled.packages)
  return (worker, pack) => {
    const row = workers.get(worker)
    const column = packages.get(pack)
    return row === undefined || column === undefined ? -1 : arcOf(compiled, row, column)
  }
}

export function compile(problem: Problem): Compiled {
  const workers = [...problem.workers].sort(compareIds)
  const packages = [...problem.packages].sort(compareIds)
  const workerIndex = indexById(workers)
  const packageIndex = indexById(packages)
  const sites = [...problem.sites].sort(compareIds)
  const columns = packageColumns(packages, indexById(sites), problem.days)
  const overrides = pairOverrides(problem, workerIndex, packageIndex)
  const hours = new Int32Array(workers.length * problem.days)
  workers.forEach((worker, index) => hours.set(worker.minutesByDay, index * problem.days))
  const ceiling = Float64Array.from(workers, (worker) => worker.maxMinutes ?? Number.MAX_SAFE_INTEGER)
  const arcs = arcColumns({ days: problem.days, workers, packages, hours, ceiling, ...columns }, overrides)
  const accepted = compileAccepted(problem, workerIndex, packageIndex, overrides, packages)
  for (const one of accepted) columns.units[one.package]! -= one.units
  const index = indexByPackage(arcs.arcPackage, packages.length)
  const seats = new Float64Array(sites.length * problem.days)
  sites.forEach((site, index) => seats.set(site.seatMinutesByDay, index * problem.days))
  const reviewers = findReviewers(workers, packages)
  const fillable = fillableUnits(columns, index.packageStart)
  return {
    days: problem.days,
    workers,
    packages,
    siteIds: sites.map((site) => site.id),
    ...columns,
    ...arcs,
    ...index,
    fillable,
    lotLimit: fillable.map((units, pack) => Math.min(units, columns.lotMax[pack]!)),
    hours,
    ceiling,
    seats,
    accepted,
    ...fixAccepted({ days: problem.days, hours, seats, ...columns }, accepted),
    reviewers,
    reviewedBy: packagesOf(reviewers),
    reviewShare: Float64Array.from(packages, (pack) => pack.review?.share ?? 0),
    sameForAll: problem.pairs.every((pair) => pair.unitMinutes === null && pair.value === null),
    workScale: workScale(problem),
  }
}

function packageColumns(packages: readonly WorkPackage[], siteIndex: ReadonlyMap<string, number>, days: number) {
  const lots = packages.map((pack) => lotRange(pack, pack.maxShare))
  return {
    units: Float64Array.from(packages, (pack) => pack.units),
    unitMinutes: Int32Array.from(packages, (pack) => pack.unitMinutes),
    release: Int32Array.from(packages, (pack) => pack.releaseDay),
    due: Int32Array.from(packages, (pack) => Math.min(pack.dueDay, days - 1)),
    lotMin: Float64Array.from(lots, (lot) => lot.min),
    lotMax: Float64Array.from(lots, (lot) => lot.max),
    packageSite: Int32Array.from(packages, (pack) => (pack.onSite === null ? -1 : (siteIndex.get(pack.onSite) ?? -1))),
  }
}

/**
 * Nineteen units in lots of exactly seven are fourteen: with k lots of at least `lotMin` and at most `lotMax` no more than k × lotMax can be placed,
 * and k is limited by the units and by the people.
 */
function fillableUnits(columns: ReturnType<typeof packageColumns>, packageStart: Int32Array): Float64Array {
  return columns.units.map((units, pack) => {
    const people = packageStart[pack + 1]! - packageStart[pack]!
    const lots = Math.min(people, Math.floor(units / Math.max(1, columns.lotMin[pack]!)))
    return Math.min(units, lots * columns.lotMax[pack]!)
  })
}

function compileAccepted(
  problem: Problem,
  workerIndex: ReadonlyMap<string, number>,
  packageIndex: ReadonlyMap<string, number>,
  overrides: Overrides,
  packages: readonly WorkPackage[],
): CompiledAccepted[] {
  const list = problem.accepted.map((accepted) => {
    const worker = workerIndex.get(accepted.worker) ?? -1
    const pack = packageIndex.get(accepted.package) ?? -1
    const unitMinutes = overrides.get(worker)?.get(pack)?.unitMinutes ?? packages[pack]?.unitMinutes ?? 0
    return { worker, package: pack, units: accepted.units, minutes: accepted.units * unitMinutes }
  })
  return list.sort((a, b) => a.worker - b.worker || a.package - b.package)
}

function findReviewers(workers: readonly Worker[], packages: readonly WorkPackage[]): Map<number, Int32Array> {
  const found = new Map<number, Int32Array>()
  const known = new Map<string, Int32Array>()
  packages.forEach((pack, index) => {
    if (pack.review === null) return
    const key = JSON.stringify(sortedEntries(pack.review.skills))
    const list = known.get(key) ?? Int32Array.from(workers.keys()).filter((worker) => canReview(workers[worker]!, pack))
    known.set(key, list)
    found.set(index, list)
  })
  return found
}

function packagesOf(reviewers: ReadonlyMap<number, Int32Array>): Map<number, number[]> {
  const reviewed = new Map<number, number[]>()
  for (const [pack, people] of reviewers) {
    for (const person of people) {
      const own = reviewed.get(person)
      if (own === undefined) reviewed.set(person, [pack])
      else own.push(pack)
    }
  }
  return reviewed
}

/** The power of ten, up to 10⁶, that makes every value an integer; sums of reference minutes × value then are exact multiples. */
function workScale(problem: Problem): number {
  const values = new Set<number>()
  for (const pack of problem.packages) values.add(pack.priority)
  for (const pair of problem.pairs) if (pair.value !== null) values.add(pair.value)
  let scale = 1
  for (const value of values) {
    while (Math.round(value * scale) / scale !== value) {
      scale *= 10
      if (scale > 1e6) return 0
    }
  }
  return scale
}

/** Takes the rounding errors out of a sum of work. */
export function exactWork(compiled: Compiled, work: number): number {
  return compiled.workScale === 0 ? work : Math.round(work * compiled.workScale) / compiled.workScale
}
