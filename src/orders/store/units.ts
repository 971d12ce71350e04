import { sql, type Selectable } from 'kysely'
import type { Db } from '../../platform/db/db.ts'
import type { DB } from '../../platform/db/schema.generated.ts'
import type { CalendarDate } from '../../units/calendar-date.ts'
import type { Progress } from '../contract/shapes.ts'

type Offer = Selectable<DB['orders.offer']>

/** The offers that wait for an answer on a day, as a table for queries. */
export const openOffers = (today: CalendarDate) => sql<Offer>`orders.open_offers(${today}::date)`

/** The offers of a package that wait for an answer on a day, or were accepted. */
export const standingOffers = (db: Db, packageId: string, today: CalendarDate) =>
  db
    .selectFrom(sql<Offer>`orders.standing_offers(${today}::date)`.as('f'))
    .select('f.id')
    .where('f.packageId', '=', packageId)

/** The units of each package by where they are on a day, as a table for queries. */
export const packageUnits = (today: CalendarDate) =>
  sql<{
    packageId: string
    isWanted: boolean
    units: number
    openUnits: number
    assignedUnits: number
    receivedUnits: number
    acceptedUnits: number
    leftUnits: number
  }>`orders.package_units(${today}::date)`

/** The units of agreed work by where they are, as a table for queries. */
export const assignmentUnits = sql<{
  programmeId: string
  assignmentId: string
  packageId: string
  workerId: string
  dueOn: string
  units: number
  releasedUnits: number
  receivedUnits: number
  acceptedUnits: number
  leftUnits: number
  owedUnits: number
}>`orders.assignment_units`

/** What people owe, as a table for queries. */
export const owedWork = sql<{
  assignmentId: string
  packageId: string
  workerId: string
  dueOn: string
  owedUnits: number
  leftUnits: number
  unitMinutes: number
  onSiteId: string | null
}>`orders.owed_work`

/** Units of each package by where they are. The package must be locked by whoever writes on the strength of `left`. */
export async function packageProgress(db: Db, packageIds: readonly string[], today: CalendarDate): Promise<Map<string, Progress>> {
  if (packageIds.length === 0) return new Map()
  const rows = await db
    .selectFrom(packageUnits(today).as('u'))
    .select(['u.packageId', 'u.units', 'u.openUnits', 'u.assignedUnits', 'u.receivedUnits', 'u.acceptedUnits', 'u.leftUnits'])
    .where('u.packageId', 'in', [...packageIds])
    .execute()
  return new Map(
    rows.map((row) => [
      row.packageId,
      {
        units: row.units,
        open: row.openUnits,
        assigned: row.assignedUnits,
        received: row.receivedUnits,
        accepted: row.acceptedUnits,
        left: row.leftUnits,
      },
    ]),
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
