import { type Insertable, sql } from 'kysely'
import { reachOf } from '../../platform/access.ts'
import { newId } from '../../platform/action.ts'
import type { Db } from '../../platform/db/db.ts'
import type { DB } from '../../platform/db/schema.generated.ts'
import type { FileReader } from '../../platform/files.ts'
import { working } from '../../people/rules/who-may.ts'
import { readGrants } from '../../programme/store/memberships.ts'
import { materialAccessOf, type Standing } from '../rules/data-class.ts'
import { leading } from '../rules/who-may.ts'
import { packageInReach } from './reach.ts'

/** Materials of one package; whoever needs more sends an archive. */
export const mostMaterials = 50

/** The newest version of a material; the package is locked by whoever writes the next. */
export const lastMaterial = (db: Db, id: string) =>
  db.selectFrom('orders.material').selectAll().where('id', '=', id).orderBy('version', 'desc').limit(1).executeTakeFirst()

export async function countMaterials(db: Db, packageId: string): Promise<number> {
  const row = await db
    .selectFrom('orders.material')
    .select((e) => e.fn.count<number>('id').distinct().as('count'))
    .where('packageId', '=', packageId)
    .executeTakeFirstOrThrow()
  return row.count
}

export async function insertMaterial(db: Db, row: Insertable<DB['orders.material']>): Promise<void> {
  await db.insertInto('orders.material').values(row).execute()
}

/** The newest version of each material goes along with a copied package, as its first. */
export async function copyMaterial(db: Db, from: string, to: { packageId: string; by: string; now: Date }): Promise<void> {
  const rows = (await versionsOf(db, from)).flatMap(({ row, isNewest }) => (isNewest && row.fileId !== null ? [row] : []))
  const copies = rows.map((row) => ({
    ...row,
    id: newId(),
    version: 1,
    changes: '',
    packageId: to.packageId,
    addedBy: to.by,
    addedAt: to.now.toISOString(),
  }))
  if (copies.length > 0) await db.insertInto('orders.material').values(copies).execute()
}

async function versionsOf(db: Db, packageId: string) {
  const rows = await db
    .selectFrom('orders.material')
    .selectAll()
    .where('packageId', '=', packageId)
    .orderBy('id')
    .orderBy('version', 'desc')
    .execute()
  return rows.map((row, at) => ({ row, isNewest: rows[at - 1]?.id !== row.id }))
}

/**
 * Where a worker's work on a package stands: the instant of the latest terms, or null without any, and whether something of it is
 * still to be done, inspected or corrected.
 */
async function agreedWork(db: Db, packageId: string, workerId: string): Promise<{ standing: Standing; acceptedAt: string | null }> {
  const { rows } = await sql<{ acceptedAt: string | null; goesOn: boolean | null }>`
    select max(a.accepted_at) as accepted_at, bool_or(u.units - u.released_units - u.accepted_units > 0) as goes_on
    from orders.assignment a join orders.assignment_units u on u.programme_id = a.programme_id and u.assignment_id = a.id
    where a.package_id = ${packageId} and a.worker_id = ${workerId}`.execute(db)
  const acceptedAt = rows[0]?.acceptedAt ?? null
  return { acceptedAt, standing: acceptedAt === null ? 'offered' : rows[0]?.goesOn ? 'working' : 'over' }
}

type Versions = Awaited<ReturnType<typeof versionsOf>>[number]['row'][]

/** What the work needs: for a worker in the version of their terms with what came later, for those who lead with every version. */
export async function listMaterials(db: Db, packageId: string, workerId: string | null) {
  const all = await versionsOf(db, packageId)
  const ids = [...new Set(all.map(({ row }) => row.id))]
  const fileIds = all.flatMap(({ row }) => row.fileId ?? [])
  const files =
    fileIds.length === 0
      ? []
      : await db.selectFrom('platform.file').select(['id', 'name', 'byteCount']).where('id', 'in', fileIds).execute()
  const work = workerId === null ? null : await agreedWork(db, packageId, workerId)
  const rows = ids.flatMap((id) => {
    const versions = all.flatMap(({ row }) => (row.id === id ? [row] : []))
    const [newest] = versions
    if (!newest || newest.fileId === null) return []
    const access = work ? materialAccessOf(newest.dataClass, work.standing) : ('open' as const)
    const shown = shownVersion(versions, work?.acceptedAt ?? null) ?? newest
    const said = (row: Versions[number]) => ({
      version: row.version,
      file: (access === 'open' && files.find((file) => file.id === row.fileId)) || null,
      changes: row.changes,
      addedAt: row.addedAt,
    })
    return {
      id,
      title: newest.title,
      step: newest.step,
      dataClass: newest.dataClass,
      access,
      shown: said(shown),
      newer: shown.version < newest.version ? said(newest) : null,
      versions: work === null ? versions.map(said) : [],
    }
  })
  return rows.sort((a, b) => (a.step ?? -1) - (b.step ?? -1) || a.title.localeCompare(b.title, 'ja'))
}

/** The version that was there when the terms were agreed. */
const shownVersion = (versions: Versions, acceptedAt: string | null) =>
  acceptedAt === null ? versions[0] : versions.find((row) => row.fileId !== null && row.addedAt <= acceptedAt)

/** Whether this person leads the work, or does it and may take a file of this class along; null when the file is no material. */
export async function mayReadMaterial(db: Db, fileId: string, { userId, proof }: FileReader): Promise<boolean | null> {
  const rows = await db
    .selectFrom('orders.material')
    .select(['id', 'packageId', 'dataClass', 'addedBy'])
    .where('fileId', '=', fileId)
    .execute()
  if (rows.length === 0) return null
  const reader = { grants: await readGrants(db, userId, proof) }
  const workers = reachOf(reader, working).ids('self')
  for (const row of rows) {
    const { rows: led } = await sql`
      select from orders.package p where p.id = ${row.packageId} and ${packageInReach(reachOf(reader, leading))}`.execute(db)
    if (led.length > 0) return true
    const newest = await lastMaterial(db, row.id)
    if (!newest || newest.fileId === null) continue
    for (const workerId of workers) {
      const { standing } = await agreedWork(db, row.packageId, workerId)
      if (standing !== 'offered' && materialAccessOf(newest.dataClass, standing) === 'open') return true
    }
  }
  return false
}

/** Who does a package's work and has not finished, for news about its material. */
export async function peopleAtWork(db: Db, packageId: string): Promise<string[]> {
  const { rows } = await sql<{ userId: string }>`
    select distinct w.user_id from orders.assignment_units u
    join people.worker w on w.programme_id = u.programme_id and w.id = u.worker_id
    where u.package_id = ${packageId} and u.units - u.released_units - u.accepted_units > 0`.execute(db)
  return rows.map(({ userId }) => userId)
}
