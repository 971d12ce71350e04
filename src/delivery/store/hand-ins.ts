import { sql } from 'kysely'
import type { z } from 'zod'
import { reachOf } from '../../platform/access.ts'
import type { Db } from '../../platform/db/db.ts'
import { sameTenant } from '../../platform/db/listing.ts'
import { working } from '../../people/rules/who-may.ts'
import type { FileReader } from '../../platform/files.ts'
import { readGrants } from '../../programme/store/memberships.ts'
import { receiving } from '../../sales/rules/who-may.ts'
import { calendarDate, type CalendarDate } from '../../units/calendar-date.ts'
import type { file, handInStates, reworkCauses } from '../contract/shapes.ts'
import type { handIn } from '../contract/hand-in.ts'
import { payOnFor } from '../rules/receipt.ts'
import { inspecting } from '../rules/who-may.ts'

type File = z.output<typeof file>
type HandIn = z.output<typeof handIn>
type HandInState = (typeof handInStates)[number]
type Cause = (typeof reworkCauses)[number]

export interface HandInRow {
  id: string
  assignmentId: string
  workerId: string
  packageId: string
  units: number
  note: string
  replaces: string | null
  receivedAt: string
  receivedOn: CalendarDate
  state: HandInState
  inspectBy: CalendarDate
  acceptedOn: string | null
  item: string | null
  reason: string | null
  evidence: string | null
  evidenceFileId: string | null
  cause: Cause | null
  correctBy: string | null
  returnedOn: string | null
}

/** The day of the month on which the programme pays. */
export async function payDayOf(db: Db): Promise<number> {
  const programme = await db
    .selectFrom('programme.programme')
    .select('payDay')
    .where(sql<boolean>`programme_id = platform.tenant()`)
    .executeTakeFirstOrThrow()
  return programme.payDay
}

/** One hand-in with its state, or null. The row itself is locked until the end of the transaction. */
export async function lockHandIn(db: Db, submissionId: string) {
  await db.selectFrom('delivery.submission').select('id').where('id', '=', submissionId).forUpdate().executeTakeFirst()
  const { rows } = await sql<HandInRow & { orderId: string; onSiteId: string | null; workerUserId: string | null }>`
    select h.*, p.order_id, p.on_site_id, w.user_id as worker_user_id
    from delivery.hand_in h
    join orders.package p on p.programme_id = h.programme_id and p.id = h.package_id
    join people.worker w on w.programme_id = h.programme_id and w.id = h.worker_id
    where h.id = ${submissionId}`.execute(db)
  return rows[0] ?? null
}

/** All hand-ins of one assignment, oldest first. */
export async function handInsOf(db: Db, assignmentId: string): Promise<HandInRow[]> {
  const { rows } =
    await sql<HandInRow>`select * from delivery.hand_in where assignment_id = ${assignmentId} order by received_at, id`.execute(db)
  return rows
}

/** A locked assignment with what is left of it and the terms of its inspection, or null. */
export async function lockAssignment(db: Db, assignmentId: string) {
  const assignment = await db
    .selectFrom('orders.assignment')
    .select(['id', 'workerId', 'packageId', 'dueOn', 'inspectionCompleteOn'])
    .where('id', '=', assignmentId)
    .forUpdate()
    .executeTakeFirst()
  if (!assignment) return null
  const { rows } = await sql<{ leftUnits: number; inspectionDays: number }>`
    select u.left_units, p.inspection_days
    from orders.assignment_units u
    join orders.package p on p.programme_id = u.programme_id and p.id = u.package_id
    where u.assignment_id = ${assignmentId}`.execute(db)
  const [units] = rows
  return units
    ? {
        ...assignment,
        ...units,
        dueOn: calendarDate(assignment.dueOn),
        inspectionCompleteOn: calendarDate(assignment.inspectionCompleteOn),
      }
    : null
}

interface NewHandIn {
  id: string
  assignmentId: string
  workerId: string
  packageId: string
  units: number
  note: string
  replaces: string | null
  receivedAt: Date
  receivedOn: CalendarDate
  fileIds: readonly string[]
}

export async function insertHandIn(db: Db, programmeId: string, { fileIds, ...handIn }: NewHandIn): Promise<void> {
  await db
    .insertInto('delivery.submission')
    .values({ ...handIn, programmeId, receivedAt: handIn.receivedAt.toISOString() })
    .execute()
  if (fileIds.length === 0) return
  const files = [...new Set(fileIds)].map((fileId) => ({ programmeId, submissionId: handIn.id, fileId }))
  await db.insertInto('delivery.submission_file').values(files).execute()
}

export async function insertAcceptance(
  db: Db,
  row: { programmeId: string; submissionId: string; acceptedOn: string; acceptedBy: string; note: string; firstPass: boolean },
): Promise<void> {
  await db.insertInto('delivery.acceptance').values(row).execute()
}

interface NewRework {
  programmeId: string
  submissionId: string
  item: string
  reason: string
  evidence: string
  evidenceFileId: string | null
  cause: Cause
  correctBy: string
  returnedOn: string
  returnedBy: string
}
export async function insertRework(db: Db, row: NewRework): Promise<void> {
  await db.insertInto('delivery.rework').values(row).execute()
}

/** The files of hand-ins, by hand-in. */
async function filesOf(db: Db, submissionIds: readonly string[]): Promise<Map<string, File[]>> {
  if (submissionIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('delivery.submission_file as s')
    .innerJoin('platform.file as f', (join) => sameTenant(join, 'f.id', 's.fileId'))
    .select(['s.submissionId', 'f.id', 'f.name', 'f.mediaType', 'f.byteCount'])
    .where('s.submissionId', 'in', submissionIds)
    .orderBy('f.name')
    .execute()
  return Map.groupBy(rows, (row) => row.submissionId)
}

/** Hand-ins with their files and returns, as their worker and their inspector read them. */
export async function describeHandIns(db: Db, rows: readonly HandInRow[]): Promise<HandIn[]> {
  const payDay = await payDayOf(db)
  const files = await filesOf(
    db,
    rows.map((row) => row.id),
  )
  const evidenceIds = rows.flatMap((row) => row.evidenceFileId ?? [])
  const evidence =
    evidenceIds.length === 0
      ? []
      : await db.selectFrom('platform.file').select(['id', 'name', 'mediaType', 'byteCount']).where('id', 'in', evidenceIds).execute()
  return rows.map((row) => {
    return {
      id: row.id,
      units: row.units,
      note: row.note,
      receivedAt: row.receivedAt,
      receivedOn: row.receivedOn,
      state: row.state,
      inspectBy: row.inspectBy,
      payOn: payOnFor(row.receivedOn, payDay),
      acceptedOn: row.acceptedOn,
      replaces: row.replaces,
      files: files.get(row.id) ?? [],
      rework: reworkOf(row, evidence.find((each) => each.id === row.evidenceFileId) ?? null),
    }
  })
}

function reworkOf(row: HandInRow, evidenceFile: File | null): HandIn['rework'] {
  const { item, reason, evidence, cause, correctBy, returnedOn } = row
  if (item === null || reason === null || evidence === null || cause === null || correctBy === null || returnedOn === null) return null
  return { item, reason, evidence, evidenceFile, cause, correctBy, returnedOn }
}

/** May this person download a file because it belongs to a hand-in they inspect or made, or to a delivery to them? */
export async function mayReadFile(db: Db, fileId: string, { userId, proof }: FileReader): Promise<boolean | null> {
  const reader = { grants: await readGrants(db, userId, proof) }
  const inspects = reachOf(reader, inspecting)
  const { rows } = await sql<{ isPlaced: boolean; found: boolean }>`
    with placed as (
      select p.order_id, p.on_site_id, s.worker_id, null::uuid as client_id
      from delivery.submission s
      join orders.package p on p.programme_id = s.programme_id and p.id = s.package_id
      where exists (select from delivery.submission_file f where f.programme_id = s.programme_id and f.submission_id = s.id and f.file_id = ${fileId})
         or exists (select from delivery.rework r where r.programme_id = s.programme_id and r.submission_id = s.id and r.evidence_file_id = ${fileId})
      union all
      select o.id, null, null, o.client_id
      from delivery.client_delivery_file f
      join delivery.client_delivery d on d.programme_id = f.programme_id and d.id = f.delivery_id
      join orders.client_order o on o.programme_id = d.programme_id and o.id = d.order_id
      where f.file_id = ${fileId}
    )
    select exists (select from placed) as is_placed, exists (
      select from placed x
      where ${inspects.everything} or x.order_id = any(${inspects.ids('order')}::uuid[]) or x.on_site_id = any(${inspects.ids('site')}::uuid[])
        or x.worker_id = any(${reachOf(reader, working).ids('self')}::uuid[]) or x.client_id = any(${reachOf(reader, receiving).ids('client')}::uuid[])
    ) as found`.execute(db)
  return rows[0]?.isPlaced ? rows[0].found : null
}
