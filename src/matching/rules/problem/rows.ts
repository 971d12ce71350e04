import { z } from 'zod'
import { isCalendarDate } from '../../../units/calendar-date.ts'
import { fillDays, type Municipality, type Pair, type Site, type Worker, type WorkPackage } from './problem.ts'

/** Limits keep every product of units and minutes inside the safe integers. */
const largestUnits = 1_000_000_000
const largestMinutes = 1_000_000
const largestTotal = 1_000_000_000

// The one name that objects do not hold as a key of their own when it is assigned.
const id = z
  .string()
  .min(1)
  .max(200)
  .regex(/^(?!__proto__$)/)
const integer = (max: number) => z.number().int().min(0).max(max)
const levels = z.record(z.string(), integer(1000))
const byDay = z.array(integer(largestTotal)).max(1000)

const worker = z.object({
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

const pack = z.object({
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

const site = z.object({ id, seatMinutesByDay: byDay.nullish() })

const municipality = z.object({ id, fairShare: z.number().min(0).max(1).nullish() })

const pair = z.object({
  worker: id,
  package: id,
  unitMinutes: integer(largestMinutes).min(1).nullish(),
  value: z.number().min(0).max(1_000_000).nullish(),
  cost: z.number().min(-largestTotal).max(largestTotal).nullish(),
  forbidden: z.boolean().nullish(),
})

const accepted = z.object({ worker: id, package: id, units: integer(largestUnits).min(1) })

const declined = z.object({ worker: id, package: id })

/** The form of one row of each list. */
export const rowSchemas = {
  workers: worker,
  packages: pack,
  sites: site,
  municipalities: municipality,
  pairs: pair,
  accepted,
  declined,
} as const

/** Everything that stands in no list; what the lists hold is read row by row. */
export const headerSchema = z.object({
  from: z.string().refine(isCalendarDate).nullish(),
  days: z.number().int().min(1).max(400).nullish(),
  objective: z.enum(['programme', 'assignment-cost']).nullish(),
  workers: z.array(z.unknown()),
  packages: z.array(z.unknown()),
  sites: z.array(z.unknown()).nullish(),
  municipalities: z.array(z.unknown()).nullish(),
  pairs: z.array(z.unknown()).nullish(),
  accepted: z.array(z.unknown()).nullish(),
  declined: z.array(z.unknown()).nullish(),
})

export type ProblemList = keyof typeof rowSchemas
type RowInput<List extends ProblemList> = z.input<(typeof rowSchemas)[List]>
export type Row<List extends ProblemList> = z.output<(typeof rowSchemas)[List]>

/** The JSON of `kado plan` as people may write it, with whatever has a default left out. */
export type ProblemInput = Pick<z.input<typeof headerSchema>, 'from' | 'days' | 'objective'> & {
  [List in 'workers' | 'packages']: RowInput<List>[]
} & {
  [List in Exclude<ProblemList, 'workers' | 'packages'>]?: RowInput<List>[] | null | undefined
}

/** Minutes by day stay as they are given until the number of days is known. */
export function fillWorker(row: Row<'workers'>): Worker {
  return {
    id: row.id,
    municipality: row.municipality ?? null,
    site: row.site ?? null,
    minutesByDay: row.minutesByDay ?? [],
    wantedMinutes: row.wantedMinutes ?? null,
    maxMinutes: row.maxMinutes ?? null,
    skills: row.skills ?? {},
    equipment: row.equipment ?? [],
    acceptProbability: row.acceptProbability ?? 1,
  }
}

export function fillPackage(row: Row<'packages'>, days: number): WorkPackage {
  return {
    id: row.id,
    units: row.units,
    unitMinutes: row.unitMinutes ?? 1,
    releaseDay: row.releaseDay ?? 0,
    dueDay: row.dueDay ?? Math.max(days - 1, row.releaseDay ?? 0),
    skills: row.skills ?? {},
    equipment: row.equipment ?? [],
    onSite: row.onSite ?? null,
    minUnits: Math.max(1, row.minUnits ?? 1),
    maxShare: row.maxShare ?? 1,
    indivisible: row.indivisible ?? false,
    priority: row.priority ?? 1,
    review: row.review ? { share: row.review.share, skills: row.review.skills ?? {} } : null,
  }
}

export function fillSite(row: Row<'sites'>, days: number): Site {
  return { id: row.id, seatMinutesByDay: fillDays(row.seatMinutesByDay ?? [], days) }
}

export function fillMunicipality(row: Row<'municipalities'>): Municipality {
  return { id: row.id, fairShare: row.fairShare ?? 0 }
}

export function fillPair(row: Row<'pairs'>): Pair {
  return {
    worker: row.worker,
    package: row.package,
    unitMinutes: row.unitMinutes ?? null,
    value: row.value ?? null,
    cost: row.cost ?? null,
    forbidden: row.forbidden ?? false,
  }
}
