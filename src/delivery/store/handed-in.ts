import { sql } from 'kysely'
import type { HandedInSource } from '../../orders/store/index.ts'

/** What has been handed in of agreed work, for the area of orders; what waits for a correction is not to be released either. */
export const handedInUnits: HandedInSource = async (db, assignmentIds) => {
  const { rows } = await sql<{ id: string; received: number; accepted: number }>`
    select assignment_id as id, waiting_units + accepted_units + to_correct_units as received, accepted_units as accepted
    from delivery.assignment_units where assignment_id = any(${assignmentIds}::uuid[])`.execute(db)
  return new Map(rows.map((row) => [row.id, { receivedUnits: row.received, acceptedUnits: row.accepted }]))
}
