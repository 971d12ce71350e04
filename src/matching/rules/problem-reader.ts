import { z } from 'zod'
import { failedGates, gateBit, gateKeys } from './constraints.ts'
import type { Fault, FaultCode } from './plan.ts'
import { fillDays, type Pair, type Problem, type Worker, type WorkPackage } from './problem.ts'

/** Limits keep every product of units and minutes inside the safe integers. */
const largestUnits = 1_000_000_000
const largestMinutes = 1_000_000
const largestTotal = 1_000_000_000

const id = z.string().min(1).max(200)
const integer = (max: number) => z.number().int().min(0).max(max)
const levels = z.record(z.string(), integer(1000))
const byDay = z.array(integer(largestTotal)).max(1000)

const workerSchema = z.object({
  id,
  municipality: id.nullish(),
  site: id.nullish(),
  minutesByDay: byDay.nullish(),
  wantedMinutes: integer(largestTotal).nullish(),
  maxMinutes: integer(largestTotal).nullish(),
  skills: levels.nullish(),
  equipment: z.array(z.string()).nullish(),
  acceptProbability: z.number().min(0).max(1).nullish(),
})

const packageSchema = z.object({
  id,
  units: integer(largestUnits),
  unitMinutes: integer(largestMinutes).min(1).nullish(),
  releaseDay: integer(100_000).nullish(),
  dueDay: integer(100_000).nullish(),
  skills: levels.nullish(),
  equipment: z.array(z.string()).nullish(),
  onSite: id.nullish(),
  minUnits: integer(largestUnits).nullish(),
  maxShare: z.number().min(0).max(1).nullish(),
  indivisible: z.boolean().nullish(),
  priority: z.number().min(0).max(1_000_000).nullish(),
  review: z.object({ share: z.number().min(0).max(10), skills: levels.nullish() }).nullish(),
})

const pairSchema = z.object({
  worker: id,
  package: id,
  unitMinutes: integer(largestMinutes).min(1).nullish(),
  value: z.number().min(0).max(1_000_000).nullish(),
  cost: z.number().min(-largestTotal).max(largestTotal).nullish(),
  forbidden: z.boolean().nullish(),
})

export const problemSchema = z.object({
  from: z.string().regex(/^\d{4}-\d{2}-\d{2}$/).nullish(),
  days: z.number().int().min(1).max(400).nullish(),
  workers: z.array(workerSchema),
  packages: z.array(packageSchema),
  sites: z.array(z.object({ id, seatMinutesByDay: byDay.nullish() })).nullish(),
  municipalities: z.array(z.object({ id, fairShare: z.number().min(0).max(1).nullish() })).nullish(),
  pairs: z.array(pairSchema).nullish(),
  accepted: z.array(z.object({ worker: id, package: id, units: integer(largestUnits).min(1) })).nullish(),
  declined: z.array(z.object({ worker: id, package: id })).nullish(),
  objective: z.enum(['programme', 'assignment-cost']).nullish(),
})

/** The JSON of `kado plan` as people may write it, with whatever has a default left out. */
export type ProblemInput = z.input<typeof problemSchema>

export type ReadProblem = { readonly ok: true; readonly problem: Problem } | { readonly ok: false; readonly faults: readonly Fault[] }

/** Reads a problem from parsed JSON; answers with every fault that it finds, each with its path. */
export function readProblem(json: unknown): ReadProblem {
  const parsed = problemSchema.safeParse(json, { reportInput: true })
  if (!parsed.success) return { ok: false, faults: parsed.error.issues.map(shapeFault) }
  const problem = fillDefaults(parsed.data)
  const faults = [...idFaults(problem), ...dayFaults(problem)]
  if (faults.length > 0) return { ok: false, faults }
  const late = problem.objective === 'programme' ? acceptedFaults(problem) : assignmentFaults(problem)
  return late.length > 0 ? { ok: false, faults: late } : { ok: true, problem }
}

export function jsonPath(path: readonly PropertyKey[]): string {
  let text = ''
  for (const part of path) text += typeof part === 'number' ? `[${part}]` : text === '' ? String(part) : `.${String(part)}`
  return text === '' ? '$' : text
}

function shapeFault(issue: z.core.$ZodIssue): Fault {
  const details: Record<string, string | number | boolean> = {}
  if (typeof issue.input === 'number' || typeof issue.input === 'string' || typeof issue.input === 'boolean') details['found'] = issue.input
  if (issue.code === 'too_small') details['minimum'] = Number(issue.minimum)
  if (issue.code === 'too_big') details['maximum'] = Number(issue.maximum)
  if (issue.code === 'invalid_type') details['expected'] = issue.expected
  if (issue.code === 'invalid_value') details['expected'] = issue.values.map(String).join(' | ')
  return { path: jsonPath(issue.path), code: shapeCode(issue), details }
}

function shapeCode(issue: z.core.$ZodIssue): FaultCode {
  if (issue.code === 'too_small' || issue.code === 'too_big') return 'out-of-range'
  if (issue.code === 'invalid_value') return 'unknown-choice'
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'missing'
  if (issue.code === 'invalid_type' && typeof issue.input === 'number') return 'not-integer'
  return 'wrong-type'
}

function fillDefaults(input: z.output<typeof problemSchema>): Problem {
  const days = input.days ?? 28
  return {
    from: input.from ?? null,
    days,
    workers: input.workers.map((worker) => fillWorker(worker, days)),
    packages: input.packages.map((pack) => fillPackage(pack, days)),
    sites: (input.sites ?? []).map((site) => ({ id: site.id, seatMinutesByDay: fillDays(site.seatMinutesByDay ?? [], days) })),
    municipalities: (input.municipalities ?? []).map((one) => ({ id: one.id, fairShare: one.fairShare ?? 0 })),
    pairs: (input.pairs ?? []).map(fillPair),
    accepted: input.accepted ?? [],
    declined: input.declined ?? [],
    objective: input.objective ?? 'programme',
  }
}

function fillWorker(worker: z.output<typeof workerSchema>, days: number): Worker {
  return {
    id: worker.id,
    municipality: worker.municipality ?? null,
    site: worker.site ?? null,
    minutesByDay: fillDays(worker.minutesByDay ?? [], days),
    wantedMinutes: worker.wantedMinutes ?? null,
    maxMinutes: worker.maxMinutes ?? null,
    skills: worker.skills ?? {},
    equipment: worker.equipment ?? [],
    acceptProbability: worker.acceptProbability ?? 1,
  }
}

function fillPackage(pack: z.output<typeof packageSchema>, days: number): WorkPackage {
  return {
    id: pack.id,
    units: pack.units,
    unitMinutes: pack.unitMinutes ?? 1,
    releaseDay: pack.releaseDay ?? 0,
    dueDay: pack.dueDay ?? Math.max(days - 1, pack.releaseDay ?? 0),
    skills: pack.skills ?? {},
    equipment: pack.equipment ?? [],
    onSite: pack.onSite ?? null,
    minUnits: Math.max(1, pack.minUnits ?? 1),
    maxShare: pack.maxShare ?? 1,
    indivisible: pack.indivisible ?? false,
    priority: pack.priority ?? 1,
    review: pack.review ? { share: pack.review.share, skills: pack.review.skills ?? {} } : null,
  }
}

function fillPair(pair: z.output<typeof pairSchema>): Pair {
  return {
    worker: pair.worker,
    package: pair.package,
    unitMinutes: pair.unitMinutes ?? null,
    value: pair.value ?? null,
    cost: pair.cost ?? null,
    forbidden: pair.forbidden ?? false,
  }
}

function idFaults(problem: Problem): Fault[] {
  const faults: Fault[] = []
  const workers = knownIds(problem.workers, 'workers', faults)
  const packages = knownIds(problem.packages, 'packages', faults)
  const sites = knownIds(problem.sites, 'sites', faults)
  const municipalities = knownIds(problem.municipalities, 'municipalities', faults)
  const must = (known: ReadonlySet<string>, id: string | null, path: string) => {
    if (id !== null && !known.has(id)) faults.push({ path, code: 'unknown-id', details: { found: id } })
  }
  problem.workers.forEach((worker, index) => {
    must(sites, worker.site, `workers[${index}].site`)
    // A programme without a list of shares is allowed: municipality is then only a label.
    if (municipalities.size > 0) must(municipalities, worker.municipality, `workers[${index}].municipality`)
  })
  problem.packages.forEach((pack, index) => must(sites, pack.onSite, `packages[${index}].onSite`))
  for (const list of ['pairs', 'accepted', 'declined'] as const) {
    const seen = new Set<string>()
    problem[list].forEach((pair, index) => {
      must(workers, pair.worker, `${list}[${index}].worker`)
      must(packages, pair.package, `${list}[${index}].package`)
      const key = `${pair.worker}\n${pair.package}`
      if (seen.has(key) && list !== 'declined') faults.push({ path: `${list}[${index}]`, code: 'duplicate-pair', details: { worker: pair.worker, package: pair.package } })
      seen.add(key)
    })
  }
  return faults
}

function knownIds(list: readonly { readonly id: string }[], name: string, faults: Fault[]): ReadonlySet<string> {
  const known = new Set<string>()
  list.forEach((one, index) => {
    if (known.has(one.id)) faults.push({ path: `${name}[${index}].id`, code: 'duplicate-id', details: { found: one.id } })
    known.add(one.id)
  })
  return known
}

function dayFaults(problem: Problem): Fault[] {
  const faults: Fault[] = []
  problem.packages.forEach((pack, index) => {
    const path = `packages[${index}].dueDay`
    if (pack.dueDay < pack.releaseDay) faults.push({ path, code: 'due-before-release', details: { releaseDay: pack.releaseDay, dueDay: pack.dueDay } })
  })
  return faults
}

function acceptedFaults(problem: Problem): Fault[] {
  const workers = new Map(problem.workers.map((worker) => [worker.id, worker]))
  const packages = new Map(problem.packages.map((pack) => [pack.id, pack]))
  const forbidden = new Set(problem.pairs.filter((pair) => pair.forbidden).map((pair) => `${pair.worker}\n${pair.package}`))
  const declined = new Set(problem.declined.map((pair) => `${pair.worker}\n${pair.package}`))
  const taken = new Map<string, number>()
  const faults: Fault[] = []
  problem.accepted.forEach((accepted, index) => {
    const worker = workers.get(accepted.worker)
    const pack = packages.get(accepted.package)
    if (worker === undefined || pack === undefined) return
    const key = `${worker.id}\n${pack.id}`
    const late = pack.releaseDay >= problem.days ? gateBit('window') : 0
    const failed = failedGates(worker, pack, { forbidden: forbidden.has(key), declined: declined.has(key) }) | late
    if (failed !== 0) {
      faults.push({ path: `accepted[${index}]`, code: 'accepted-breaks-gate', details: { worker: worker.id, package: pack.id, gate: gateKeys(failed).join(', ') } })
    }
    const total = (taken.get(pack.id) ?? 0) + accepted.units
    taken.set(pack.id, total)
    if (total > pack.units) faults.push({ path: `accepted[${index}].units`, code: 'accepted-exceeds-units', details: { accepted: total, units: pack.units } })
    else if (pack.indivisible && accepted.units < pack.units) {
      faults.push({ path: `accepted[${index}].units`, code: 'accepted-part-of-indivisible', details: { accepted: accepted.units, units: pack.units } })
    }
  })
  return faults
}

function assignmentFaults(problem: Problem): Fault[] {
  const faults: Fault[] = []
  problem.packages.forEach((pack, index) => {
    if (pack.units !== 1) faults.push({ path: `packages[${index}].units`, code: 'not-a-single-unit', details: { units: pack.units } })
  })
  problem.workers.forEach((worker, index) => {
    if (worker.maxMinutes === null) faults.push({ path: `workers[${index}].maxMinutes`, code: 'capacity-missing', details: { worker: worker.id } })
  })
  problem.pairs.forEach((pair, index) => {
    if (!pair.forbidden && pair.cost === null) faults.push({ path: `pairs[${index}].cost`, code: 'cost-missing', details: { worker: pair.worker, package: pair.package } })
    if (!pair.forbidden && pair.unitMinutes === null) faults.push({ path: `pairs[${index}].unitMinutes`, code: 'missing', details: { worker: pair.worker, package: pair.package } })
  })
  return faults
}
