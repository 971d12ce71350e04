import { sql } from 'kysely'
import type { Db } from '../../platform/db/db.ts'
import type { CalendarDate } from '../../units/calendar-date.ts'
import type { Progress } from '../contract/shapes.ts'

/** Units of one assignment that have been handed in, and the part of them that passed inspection. */
export interface HandedIn {
  receivedUnits: number
  acceptedUnits: number
}

export type HandedInSource = (db: Db, assignmentIds: readonly string[]) => Promise<ReadonlyMap<string, HandedIn>>

let handedIn: HandedInSource = async () => new Map()
/** The area that keeps hand-ins sets where they are read from; the source before is given back. */
export function setHandedInSource(source: HandedInSource): HandedInSource {
  const before = handedIn
  handedIn = source
  return before
}
const nothing: HandedIn = { receivedUnits: 0, acceptedUnits: 0 }

/** An assignment with what was released and handed in. `leftUnits` can still be released. */
export interface AssignedUnits extends HandedIn {
  assignmentId: string
  packageId: string
  workerId: string
  units: number
  releasedUnits: number
  leftUnits: number
}

export async function assignedUnits(db: Db, about: { packageIds: readonly string[] } | { workerId: string }): Promise<AssignedUnits[]> {
  if ('packageIds' in about && about.packageIds.length === 0) return []
  const rows = await db
    .selectFrom('orders.assignment as a')
    .leftJoin('orders.release as r', (join) => join.onRef('r.programmeId', '=', 'a.programmeId').onRef('r.assignmentId', '=', 'a.id'))
    .select(['a.id', 'a.packageId', 'a.workerId', 'a.units'])
    .select(sql<number>`coalesce(sum(r.units), 0)::int`.as('released'))
    .$if('packageIds' in about, (query) => query.where('a.packageId', 'in', 'packageIds' in about ? [...about.packageIds] : []))
    .$if('workerId' in about, (query) => query.where('a.workerId', '=', 'workerId' in about ? about.workerId : ''))
    .groupBy(['a.programmeId', 'a.id'])
    .execute()
  const delivered =
    rows.length === 0
      ? new Map<string, HandedIn>()
      : await handedIn(
          db,
          rows.map((row) => row.id),
        )
  return rows.map((row) => {
    const { receivedUnits, acceptedUnits } = delivered.get(row.id) ?? nothing
    return {
      assignmentId: row.id,
      packageId: row.packageId,
      workerId: row.workerId,
      units: row.units,
      releasedUnits: row.released,
      receivedUnits,
      acceptedUnits,
      leftUnits: Math.max(0, row.units - row.released - receivedUnits),
    }
  })
}

/**
 * Units of each package by where they are. Left = units − open offers − (assigned − released); an offer whose day of
 * answer has passed holds nothing. The package must be locked by whoever writes on the strength of `left`.
 */
export async function packageProgress(db: Db, packageIds: readonly string[], today: CalendarDate): Promise<Map<string, Progress>> {
  if (packageIds.length === 0) return new Map()
  const packages = await db
    .selectFrom('orders.package as p')
    .select(['p.id', 'p.units'])
    .select((e) =>
      e
        .selectFrom('orders.offer as o')
        .select(sql<number>`coalesce(sum(o.units), 0)::int`.as('units'))
        .whereRef('o.programmeId', '=', 'p.programmeId')
        .whereRef('o.packageId', '=', 'p.id')
        .where('o.state', '=', 'open')
        .where((f) => f.or([f('o.answerBy', 'is', null), f('o.answerBy', '>=', today)]))
        .as('open'),
    )
    .where('p.id', 'in', [...packageIds])
    .execute()
  const assigned = await assignedUnits(db, { packageIds })
  return new Map(
    packages.map((row) => {
      const own = assigned.filter((each) => each.packageId === row.id)
      const sum = (pick: (each: AssignedUnits) => number) => own.reduce((total, each) => total + pick(each), 0)
      const held = sum((each) => each.units - each.releasedUnits)
      const open = row.open ?? 0
      const left = row.units - open - held
      return [
        row.id,
        {
          units: row.units,
          open,
          assigned: held,
          received: sum((each) => each.receivedUnits),
          accepted: sum((each) => each.acceptedUnits),
          left,
        },
      ]
    }),
  )
}

export const noProgress: Progress = { units: 0, open: 0, assigned: 0, received: 0, accepted: 0, left: 0 }

export const sumProgress = (parts: readonly Progress[]): Progress =>
  parts.reduce(
    (sum, part) => ({
      units: sum.units + part.units,
      open: sum.open + part.open,
      assigned: sum.assigned + part.assigned,
      received: sum.received + part.received,
      accepted: sum.accepted + part.accepted,
      left: sum.left + part.left,
    }),
    noProgress,
  )

/** Units of a package that nobody holds and nobody has been offered. */
export async function unitsLeft(db: Db, packageId: string, today: CalendarDate): Promise<number> {
  return (await packageProgress(db, [packageId], today)).get(packageId)?.left ?? 0
}
