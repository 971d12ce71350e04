import { Eligibility } from './eligible.ts'
import type { Problem, Worker, WorkPackage } from './problem.ts'

/** Columns are as narrow as their numbers allow: large problems have millions of arcs. */
type ArcIndex = Uint16Array | Int32Array
type ArcValues = Float32Array | Float64Array

export type Arcs = {
  readonly arcCount: number
  /** The arcs of worker w are start[w] … start[w + 1] − 1. */
  readonly start: Int32Array
  readonly arcWorker: Int32Array
  readonly arcPackage: ArcIndex
  /** Minutes that this worker needs for one unit. */
  readonly arcMinutes: ArcIndex
  /** Worth of one unit: reference minutes × value. */
  readonly arcValue: ArcValues
  /** 1 where the worker is one level short and needs a reviewer. */
  readonly arcGrowth: Uint8Array
}

type Override = { unitMinutes: number | null; value: number | null; closed: boolean }
export type Overrides = ReadonlyMap<number, ReadonlyMap<number, Override>>

/** What is known of single pairs, by worker and package. */
export function pairOverrides(problem: Problem, workerIndex: ReadonlyMap<string, number>, packageIndex: ReadonlyMap<string, number>) {
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
  // Whoever has accepted a part of a package gets no offer of the rest.
  for (const pair of [...problem.declined, ...problem.accepted]) at(pair.worker, pair.package).closed = true
  return overrides
}

type ArcSource = {
  readonly days: number
  readonly workers: readonly Worker[]
  readonly packages: readonly WorkPackage[]
  readonly hours: Int32Array
  readonly ceiling: Float64Array
  readonly release: Int32Array
  readonly due: Int32Array
  readonly lotMin: Float64Array
}

const chunkBits = 18
const chunkSize = 1 << chunkBits

/** Integers one after the other, without a copy of all of them whenever there are more than before. */
class Codes {
  readonly #chunks: Int32Array[] = []
  count = 0

  push(code: number): void {
    const at = this.count & (chunkSize - 1)
    if (at === 0) this.#chunks.push(new Int32Array(chunkSize))
    this.#chunks[this.count >> chunkBits]![at] = code
    this.count += 1
  }

  at(index: number): number {
    return this.#chunks[index >> chunkBits]![index & (chunkSize - 1)]!
  }
}

/** Finds the arcs first and writes their columns afterwards, when it is known how many and how large the numbers are. */
export function arcColumns(source: ArcSource, overrides: Overrides): Arcs {
  const { codes, start } = findArcs(source, overrides)
  const count = codes.count
  const large = largestOf(source, overrides)
  const arcWorker = new Int32Array(count)
  const arcPackage = indexColumn(count, source.packages.length)
  const arcMinutes = indexColumn(count, large.minutes)
  const arcValue = large.exactInSingle ? new Float32Array(count) : new Float64Array(count)
  const arcGrowth = new Uint8Array(count)
  for (let worker = 0; worker < source.workers.length; worker += 1) {
    const row = overrides.get(worker)
    for (let arc = start[worker]!; arc < start[worker + 1]!; arc += 1) {
      const pack = codes.at(arc) >> 1
      const described = source.packages[pack]!
      const override = row?.get(pack)
      arcWorker[arc] = worker
      arcPackage[arc] = pack
      arcMinutes[arc] = override?.unitMinutes ?? described.unitMinutes
      arcValue[arc] = described.unitMinutes * (override?.value ?? described.priority)
      arcGrowth[arc] = codes.at(arc) & 1
    }
  }
  return { arcCount: count, start, arcWorker, arcPackage, arcMinutes, arcValue, arcGrowth }
}

function findArcs(source: ArcSource, overrides: Overrides): { readonly codes: Codes; readonly start: Int32Array } {
  const eligibility = new Eligibility(source.packages)
  const codes = new Codes()
  const start = new Int32Array(source.workers.length + 1)
  const before = new Float64Array(source.days + 1)
  for (let worker = 0; worker < source.workers.length; worker += 1) {
    start[worker] = codes.count
    for (let day = 0; day < source.days; day += 1) before[day + 1] = before[day]! + source.hours[worker * source.days + day]!
    const row = overrides.get(worker)
    for (const code of eligibility.of(source.workers[worker]!)) {
      const pack = code >> 1
      const override = row?.get(pack)
      const described = source.packages[pack]!
      if (override?.closed === true || described.units === 0 || source.release[pack]! > source.due[pack]!) continue
      const fits = Math.min(before[source.due[pack]! + 1]! - before[source.release[pack]!]!, source.ceiling[worker]!)
      if (fits >= (override?.unitMinutes ?? described.unitMinutes) * source.lotMin[pack]!) codes.push(code)
    }
  }
  start[source.workers.length] = codes.count
  return { codes, start }
}

function largestOf(source: ArcSource, overrides: Overrides): { readonly minutes: number; readonly exactInSingle: boolean } {
  let minutes = 0
  let exactInSingle = true
  const look = (unitMinutes: number, value: number) => {
    minutes = Math.max(minutes, unitMinutes)
    exactInSingle &&= Math.fround(value) === value
  }
  for (const pack of source.packages) look(pack.unitMinutes, pack.unitMinutes * pack.priority)
  for (const row of overrides.values()) {
    for (const [pack, { unitMinutes, value }] of row) {
      const reference = source.packages[pack]!.unitMinutes
      look(unitMinutes ?? reference, reference * (value ?? source.packages[pack]!.priority))
    }
  }
  return { minutes, exactInSingle }
}

function indexColumn(count: number, largest: number): ArcIndex {
  return largest < 1 << 16 ? new Uint16Array(count) : new Int32Array(count)
}

/** The arcs of each package: byPackage[packageStart[p]] … */
export function indexByPackage(arcPackage: ArcIndex, packageCount: number) {
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
