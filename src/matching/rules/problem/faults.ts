import { exceptionsOf, failedGates, gateBit, gateKeys } from './constraints.ts'
import type { Fault } from './plan.ts'
import type { PairIds, Problem, Worker } from './problem.ts'
import type { ProblemList, Row } from './rows.ts'

/** The place of each id in its list, of rows that are not well formed too. */
export type KnownIds = { readonly [List in 'workers' | 'packages' | 'sites' | 'municipalities']: Map<string, number> }

type Rows = { readonly [List in Exclude<ProblemList, 'workers'>]: readonly (Row<List> | null)[] } & {
  readonly workers: readonly (Worker | null)[]
}

/** Ids that nothing has, and pairs that stand twice. */
export function idFaults(rows: Rows, ids: KnownIds): Fault[] {
  const faults: Fault[] = []
  const must = (known: ReadonlyMap<string, number>, id: string | null | undefined, path: () => string) => {
    if (id !== null && id !== undefined && !known.has(id)) faults.push({ path: path(), code: 'unknown-id', details: { found: id } })
  }
  rows.workers.forEach((worker, index) => {
    must(ids.sites, worker?.site, () => `workers[${index}].site`)
    // A programme without a list of shares is allowed: municipality is then only a label.
    if (ids.municipalities.size > 0) must(ids.municipalities, worker?.municipality, () => `workers[${index}].municipality`)
  })
  rows.packages.forEach((pack, index) => must(ids.sites, pack?.onSite, () => `packages[${index}].onSite`))
  for (const list of ['pairs', 'accepted', 'declined'] as const) {
    const seen = new Set<number>()
    rows[list].forEach((pair, index) => {
      if (pair === null) return
      must(ids.workers, pair.worker, () => `${list}[${index}].worker`)
      must(ids.packages, pair.package, () => `${list}[${index}].package`)
      const key = pairNumber(ids, pair)
      // To decline twice says no more than to decline once.
      if (key !== null && seen.has(key) && list !== 'declined')
        faults.push({ path: `${list}[${index}]`, code: 'duplicate-pair', details: { worker: pair.worker, package: pair.package } })
      if (key !== null) seen.add(key)
    })
  }
  return faults
}

/** One number for a pair: millions of them are compared. */
function pairNumber(ids: KnownIds, pair: PairIds): number | null {
  const worker = ids.workers.get(pair.worker)
  const pack = ids.packages.get(pair.package)
  return worker === undefined || pack === undefined ? null : worker * (ids.packages.size + 1) + pack
}

/** Accepted work that the person could not have been offered, or that is more than there is. */
export function acceptedFaults(problem: Problem): Fault[] {
  if (problem.accepted.length === 0) return []
  const workers = new Map(problem.workers.map((worker) => [worker.id, worker]))
  const packages = new Map(problem.packages.map((pack) => [pack.id, pack]))
  const exceptions = exceptionsOf(problem)
  const taken = new Map<string, number>()
  const faults: Fault[] = []
  problem.accepted.forEach((accepted, index) => {
    const worker = workers.get(accepted.worker)
    const pack = packages.get(accepted.package)
    if (worker === undefined || pack === undefined) return
    const late = pack.releaseDay >= problem.days ? gateBit('window') : 0
    const failed = failedGates(worker, pack, exceptions(worker.id, pack.id)) | late
    if (failed !== 0) {
      faults.push({
        path: `accepted[${index}]`,
        code: 'accepted-breaks-gate',
        details: { worker: worker.id, package: pack.id, gate: gateKeys(failed).join(', ') },
      })
    }
    const total = (taken.get(pack.id) ?? 0) + accepted.units
    taken.set(pack.id, total)
    if (total > pack.units)
      faults.push({ path: `accepted[${index}].units`, code: 'accepted-exceeds-units', details: { accepted: total, units: pack.units } })
    else if (pack.indivisible && accepted.units < pack.units) {
      faults.push({
        path: `accepted[${index}].units`,
        code: 'accepted-part-of-indivisible',
        details: { accepted: accepted.units, units: pack.units },
      })
    }
  })
  return faults
}

/** What the generalised assignment problem needs, and what has no meaning in it. */
export function assignmentFaults(problem: Problem): Fault[] {
  const faults: Fault[] = []
  problem.packages.forEach((pack, index) => {
    if (pack.units !== 1) faults.push({ path: `packages[${index}].units`, code: 'not-a-single-unit', details: { units: pack.units } })
  })
  problem.workers.forEach((worker, index) => {
    if (worker.maxMinutes === null)
      faults.push({ path: `workers[${index}].maxMinutes`, code: 'capacity-missing', details: { worker: worker.id } })
  })
  problem.pairs.forEach((pair, index) => {
    if (!pair.forbidden && pair.cost === null)
      faults.push({ path: `pairs[${index}].cost`, code: 'cost-missing', details: { worker: pair.worker, package: pair.package } })
    if (!pair.forbidden && pair.unitMinutes === null)
      faults.push({ path: `pairs[${index}].unitMinutes`, code: 'missing', details: { worker: pair.worker, package: pair.package } })
  })
  problem.accepted.forEach((accepted, index) => {
    faults.push({
      path: `accepted[${index}]`,
      code: 'accepted-with-assignment',
      details: { worker: accepted.worker, package: accepted.package },
    })
  })
  return faults
}
