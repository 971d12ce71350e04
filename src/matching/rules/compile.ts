import { failedGates, isGrowth, skillGaps, canReview } from './constraints.ts'
import { lotRange, type Problem, type Worker, type WorkPackage } from './problem.ts'

/**
 * The problem as typed arrays. An arc is a worker and a package that pass every gate; arcs lie in order of worker, then package.
 * Workers and packages are in order of id, so that the order of the input changes nothing.
 */
export type Compiled = {
  readonly days: number
  readonly workers: readonly Worker[]
  readonly packages: readonly WorkPackage[]
  readonly siteIds: readonly string[]
  readonly arcCount: number
  /** The arcs of worker w are start[w] … start[w + 1] − 1. */
  readonly start: Int32Array
  readonly arcWorker: Int32Array
  readonly arcPackage: Int32Array
  /** Minutes that this worker needs for one unit. */
  readonly arcMinutes: Int32Array
  /** Worth of one unit: reference minutes × value. */
  readonly arcValue: Float64Array
  /** 1 where the worker is one level short and needs a reviewer. */
  readonly arcGrowth: Uint8Array
  /** byPackage[packageStart[p]] … are the arcs of package p. */
  readonly packageStart: Int32Array
  readonly byPackage: Int32Array
  /** Units not yet accepted by anybody. */
  readonly units: Float64Array
  /** The most units that lots of proper size can add up to; only the bound looks at it. */
  readonly fillable: Float64Array
  readonly unitMinutes: Int32Array
  readonly release: Int32Array
  readonly due: Int32Array
  readonly lotMin: Float64Array
  readonly lotMax: Float64Array
  /** Index of the site where the work must be done, −1 for anywhere. */
  readonly packageSite: Int32Array
  /** Minutes of worker w on day d at w × days + d, before accepted work. */
  readonly hours: Float64Array
  readonly ceiling: Float64Array
  /** Seat minutes of site s on day d at s × days + d. */
  readonly seats: Float64Array
  readonly accepted: readonly CompiledAccepted[]
  readonly acceptedOf: ReadonlyMap<number, readonly CompiledAccepted[]>
  /** Workers who may review a package; only packages with review have an entry. */
  readonly reviewers: ReadonlyMap<number, Int32Array>
  /** Every possible sum of work times this is an integer, so anything below 1 ÷ scale decides ties only; 0 when the values are no such decimals. */
  readonly workScale: number
}

export type CompiledAccepted = {
  readonly worker: number
  readonly package: number
  readonly units: number
  readonly minutes: number
}

type Override = { unitMinutes: number | null; value: number | null; closed: boolean }

export function compareIds(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

export function indexById(list: readonly { readonly id: string }[]): Map<string, number> {
  return new Map(list.map((one, index) => [one.id, index]))
}

export function compile(problem: Problem): Compiled {
  const workers = [...problem.workers].sort(compareIds)
  const packages = [...problem.packages].sort(compareIds)
  const workerIndex = indexById(workers)
  const packageIndex = indexById(packages)
  const sites = [...problem.sites].sort(compareIds)
  const columns = packageColumns(packages, indexById(sites), problem.days)
  const overrides = pairOverrides(problem, workerIndex, packageIndex)
  const hours = new Float64Array(workers.length * problem.days)
  workers.forEach((worker, index) => hours.set(worker.minutesByDay, index * problem.days))
  const ceiling = Float64Array.from(workers, (worker) => worker.maxMinutes ?? Number.MAX_SAFE_INTEGER)
  const arcs = arcColumns({ days: problem.days, workers, packages, hours, ceiling, ...columns }, overrides)
  const accepted = compileAccepted(problem, workerIndex, packageIndex, overrides, packages)
  for (const one of accepted) columns.units[one.package]! -= one.units
  const index = indexByPackage(arcs.arcPackage, packages.length)
  const seats = new Float64Array(sites.length * problem.days)
  sites.forEach((site, index) => seats.set(site.seatMinutesByDay, index * problem.days))
  return {
    days: problem.days,
    workers,
    packages,
    siteIds: sites.map((site) => site.id),
    ...columns,
    ...arcs,
    ...index,
    fillable: fillableUnits(columns, index.packageStart),
    hours,
    ceiling,
    seats,
    accepted,
    acceptedOf: Map.groupBy(accepted, (one) => one.worker),
    reviewers: findReviewers(workers, packages),
    workScale: workScale(problem),
  }
}

function packageColumns(packages: readonly WorkPackage[], siteIndex: ReadonlyMap<string, number>, days: number) {
  const lots = packages.map(lotRange)
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

function pairOverrides(problem: Problem, workerIndex: ReadonlyMap<string, number>, packageIndex: ReadonlyMap<string, number>) {
  const overrides = new Map<number, Map<number, Override>>()
  const at = (workerId: string, packageId: string): Override => {
    const worker = workerIndex.get(workerId) ?? -1
    const pack = packageIndex.get(packageId) ?? -1
    const row = overrides.get(worker) ?? new Map<number, Override>()
    overrides.set(worker, row)
    const found = row.get(pack) ?? { unitMinutes: null, value: null, closed: false }
    row.set(pack, found)
    return found
  }
  for (const pair of problem.pairs) {
    const override = at(pair.worker, pair.package)
    override.unitMinutes = pair.unitMinutes
    override.value = pair.value
    override.closed ||= pair.forbidden
  }
  for (const pair of problem.declined) at(pair.worker, pair.package).closed = true
  return overrides
}

type ArcSource = {
  readonly days: number
  readonly workers: readonly Worker[]
  readonly packages: readonly WorkPackage[]
  readonly hours: Float64Array
  readonly ceiling: Float64Array
  readonly release: Int32Array
  readonly due: Int32Array
  readonly lotMin: Float64Array
}

/** Packages in order, each as twice its index, plus one where it is growth work. */
type EligibleClass = { readonly packed: Int32Array }

/** People with the same skills, equipment and site pass the same gates, so that each such class is looked at once. */
function eligibleByClass(source: ArcSource): EligibleClass[] {
  const bySkill = packagesBySkill(source.packages)
  const classes = new Map<string, EligibleClass>()
  return source.workers.map((worker) => {
    const key = JSON.stringify([sortedEntries(worker.skills), [...worker.equipment].sort(), worker.site])
    const found = classes.get(key)
    if (found !== undefined) return found
    const made = eligiblePackages(worker, source.packages, bySkill)
    classes.set(key, made)
    return made
  })
}

/** Stands for packages that ask for no skill, or that somebody without the skill may grow into. */
const anySkill = ''

/** Packages that pass the same gates, as lists under the first skill they ask for. */
function packagesBySkill(packages: readonly WorkPackage[]): Map<string, number[][]> {
  const classes = new Map<string, number[]>()
  const bySkill = new Map<string, number[][]>()
  packages.forEach((pack, index) => {
    const asked = sortedEntries(pack.skills).filter(([, level]) => level > 0)
    const key = JSON.stringify([asked, [...pack.equipment].sort(), pack.onSite, pack.review !== null])
    const members = classes.get(key)
    if (members !== undefined) return void members.push(index)
    const made = [index]
    classes.set(key, made)
    const skill = pack.review !== null ? anySkill : (asked[0]?.[0] ?? anySkill)
    bySkill.set(skill, [...(bySkill.get(skill) ?? []), made])
  })
  return bySkill
}

function eligiblePackages(worker: Worker, packages: readonly WorkPackage[], bySkill: ReadonlyMap<string, number[][]>): EligibleClass {
  const codes: number[] = []
  for (const skill of new Set([anySkill, ...Object.keys(worker.skills)])) {
    for (const members of bySkill.get(skill) ?? []) {
      const first = packages[members[0]!]!
      if (failedGates(worker, first, { forbidden: false, declined: false }) !== 0) continue
      const growth = isGrowth(skillGaps(worker.skills, first.skills), first) ? 1 : 0
      for (const pack of members) codes.push(2 * pack + growth)
    }
  }
  const packed = Int32Array.from(codes).sort()
  return { packed }
}

function sortedEntries(levels: Readonly<Record<string, number>>): [string, number][] {
  return Object.entries(levels).sort((a, b) => (a[0] < b[0] ? -1 : 1))
}

function arcColumns(source: ArcSource, overrides: ReadonlyMap<number, ReadonlyMap<number, Override>>) {
  const eligible = eligibleByClass(source)
  const room = eligible.reduce((sum, one) => sum + one.packed.length, 0)
  const start = new Int32Array(source.workers.length + 1)
  const arcWorker = new Int32Array(room)
  const arcPackage = new Int32Array(room)
  const arcMinutes = new Int32Array(room)
  const arcValue = new Float64Array(room)
  const arcGrowth = new Uint8Array(room)
  const before = new Float64Array(source.days + 1)
  let count = 0
  for (let worker = 0; worker < source.workers.length; worker += 1) {
    start[worker] = count
    for (let day = 0; day < source.days; day += 1) before[day + 1] = before[day]! + source.hours[worker * source.days + day]!
    const row = overrides.get(worker)
    const { packed } = eligible[worker]!
    for (let index = 0; index < packed.length; index += 1) {
      const pack = packed[index]! >> 1
      const override = row?.get(pack)
      if (override?.closed === true) continue
      const described = source.packages[pack]!
      const minutes = override?.unitMinutes ?? described.unitMinutes
      const release = source.release[pack]!
      const fits = release > source.due[pack]! ? 0 : Math.min(before[source.due[pack]! + 1]! - before[release]!, source.ceiling[worker]!)
      if (described.units === 0 || fits < minutes * source.lotMin[pack]!) continue
      arcWorker[count] = worker
      arcPackage[count] = pack
      arcMinutes[count] = minutes
      arcValue[count] = described.unitMinutes * (override?.value ?? described.priority)
      arcGrowth[count] = packed[index]! & 1
      count += 1
    }
  }
  start[source.workers.length] = count
  return {
    arcCount: count,
    start,
    arcWorker: arcWorker.subarray(0, count),
    arcPackage: arcPackage.subarray(0, count),
    arcMinutes: arcMinutes.subarray(0, count),
    arcValue: arcValue.subarray(0, count),
    arcGrowth: arcGrowth.subarray(0, count),
  }
}

function indexByPackage(arcPackage: Int32Array, packageCount: number) {
  const packageStart = new Int32Array(packageCount + 1)
  for (let arc = 0; arc < arcPackage.length; arc += 1) packageStart[arcPackage[arc]! + 1]! += 1
  for (let pack = 0; pack < packageCount; pack += 1) packageStart[pack + 1]! += packageStart[pack]!
  const next = packageStart.slice()
  const byPackage = new Int32Array(arcPackage.length)
  for (let arc = 0; arc < arcPackage.length; arc += 1) {
    const pack = arcPackage[arc]!
    byPackage[next[pack]!] = arc
    next[pack]! += 1
  }
  return { packageStart, byPackage }
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
  overrides: ReadonlyMap<number, ReadonlyMap<number, Override>>,
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
