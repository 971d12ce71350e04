import { sql, type Insertable, type Updateable } from 'kysely'
import type { Reach, Scopes } from '../../platform/access.ts'
import type { ActionContext } from '../../platform/action.ts'
import type { Db } from '../../platform/db/db.ts'
import type { DB } from '../../platform/db/schema.generated.ts'
import type { ConsentPurpose } from '../rules/consents.ts'
import { caring } from '../rules/who-may.ts'

/** Locks a person's record and says in which scopes it lies. */
export async function lockWorker(db: Db, id: string) {
  const worker = await db.selectFrom('people.worker').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!worker) return null
  const scope: Scopes = { self: [worker.id], municipality: [worker.municipalityId], site: [worker.siteId] }
  return { worker, before: worker, scope, subject: worker.id }
}

/**
 * The people whom a reader's roles let them know by name, as a condition on the worker `w`. Who took back the consent to it is not known
 * to the city, only to those who look after people there.
 */
export function withinReach(reach: Reach) {
  if (reach.everything) return sql<boolean>`true`
  return sql<boolean>`(${countedWithin(reach)} and (
    w.site_id = any(${reach.ids('site')}::uuid[]) or not (w.municipality_id = any(${reach.ids('municipality')}::uuid[]))
    or w.municipality_id = any(${reach.ids('municipality', caring)}::uuid[])
    or w.id = any(${reach.ids('self')}::uuid[])
    or not exists (select from people.kept_from_city k where k.programme_id = w.programme_id and k.worker_id = w.id)))`
}

/** Everybody of whom a reader's roles let them see counts. */
export function countedWithin(reach: Reach) {
  if (reach.everything) return sql<boolean>`true`
  return sql<boolean>`(w.municipality_id = any(${reach.ids('municipality')}::uuid[]) or w.site_id = any(${reach.ids('site')}::uuid[])
    or w.id = any(${reach.ids('self')}::uuid[]))`
}

/** The next number of the series; everybody who applies gets one and keeps it for good. */
export async function takeNumber({ db, programmeId }: ActionContext): Promise<number> {
  const { rows } = await sql<{ lastNumber: number }>`
    insert into people.worker_series as s (programme_id, last_number)
    values (${programmeId}, coalesce((select max(number) from people.worker), 0) + 1)
    on conflict (programme_id) do update
      set last_number = greatest(s.last_number, coalesce((select max(number) from people.worker), 0)) + 1
    returning last_number`.execute(db)
  const [row] = rows
  if (!row) throw new Error('no number')
  return row.lastNumber
}

/** False when the account has applied here before: the unique index on the account decides. */
export async function insertWorker(context: ActionContext, row: Omit<Insertable<DB['people.worker']>, 'programmeId'>): Promise<boolean> {
  const inserted = await context.db
    .insertInto('people.worker')
    .values({ ...row, programmeId: context.programmeId })
    .onConflict((c) => c.columns(['programmeId', 'userId']).where('userId', 'is not', null).doNothing())
    .executeTakeFirst()
  return Number(inserted.numInsertedOrUpdatedRows) === 1
}

export async function updateWorker(db: Db, id: string, row: Updateable<DB['people.worker']>): Promise<void> {
  await db.updateTable('people.worker').set(row).where('id', '=', id).execute()
}

export async function replaceWeek({ db, programmeId }: ActionContext, workerId: string, week: readonly number[]): Promise<void> {
  const rows = week.map((minutes, index) => ({ programmeId, workerId, weekday: index + 1, minutes }))
  await db
    .insertInto('people.free_minutes')
    .values(rows)
    .onConflict((c) => c.columns(['programmeId', 'workerId', 'weekday']).doUpdateSet((e) => ({ minutes: e.ref('excluded.minutes') })))
    .execute()
}

export async function setFreeDay(
  { db, programmeId }: ActionContext,
  workerId: string,
  onDate: string,
  minutes: number | null,
): Promise<void> {
  if (minutes === null) {
    await db.deleteFrom('people.free_minutes_exception').where('workerId', '=', workerId).where('onDate', '=', onDate).execute()
    return
  }
  await db
    .insertInto('people.free_minutes_exception')
    .values({ programmeId, workerId, onDate, minutes })
    .onConflict((c) => c.columns(['programmeId', 'workerId', 'onDate']).doUpdateSet({ minutes }))
    .execute()
}

export async function insertConsents(
  { db, programmeId, now }: ActionContext,
  workerId: string,
  purposes: readonly string[],
  textVersion: string,
): Promise<void> {
  const rows = purposes.map((purpose) => ({ programmeId, workerId, purpose, textVersion, givenAt: now.toISOString() }))
  if (rows.length > 0) await db.insertInto('people.consent').values(rows).execute()
}

/** The purposes to which the person agrees now. */
export async function standingConsents(db: Db, workerId: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('people.consent')
    .select('purpose')
    .where('workerId', '=', workerId)
    .where('withdrawnAt', 'is', null)
    .execute()
  return new Set(rows.map((row) => row.purpose))
}

/** Whether the person once agreed and took it back; whoever was never asked has not. */
export async function hasWithdrawn(db: Db, workerId: string, purpose: ConsentPurpose): Promise<boolean> {
  const rows = await db
    .selectFrom('people.consent')
    .select('withdrawnAt')
    .where('workerId', '=', workerId)
    .where('purpose', '=', purpose)
    .execute()
  return rows.length > 0 && rows.every((row) => row.withdrawnAt !== null)
}

export async function withdrawConsent({ db, now }: ActionContext, workerId: string, purpose: ConsentPurpose): Promise<void> {
  await db
    .updateTable('people.consent')
    .set({ withdrawnAt: now.toISOString() })
    .where('workerId', '=', workerId)
    .where('purpose', '=', purpose)
    .where('withdrawnAt', 'is', null)
    .execute()
}

export async function declareEmployees({ db, programmeId, today }: ActionContext, workerId: string, usesEmployees: boolean): Promise<void> {
  await db
    .insertInto('people.employee_declaration')
    .values({ programmeId, workerId, declaredOn: today, usesEmployees })
    .onConflict((c) => c.columns(['programmeId', 'workerId', 'declaredOn']).doUpdateSet({ usesEmployees }))
    .execute()
  await updateWorker(db, workerId, { usesEmployees, usesEmployeesDeclaredOn: today })
}

/** A new state with the row that says who changed it, when and why. */
export async function recordStateChange(
  { db, programmeId, today, actor }: ActionContext,
  change: { id: string; workerId: string; fromState: string; toState: string; note: string },
): Promise<void> {
  await db
    .insertInto('people.state_change')
    .values({ ...change, programmeId, changedOn: today, changedBy: actor.userId ?? '' })
    .execute()
}

/** The municipality if people can belong to it: it takes part and has not left. */
export async function findTakingPart(db: Db, municipalityId: string, today: string): Promise<{ takesPart: boolean } | null> {
  const row = await db
    .selectFrom('programme.municipality')
    .select(['isMember', 'leftOn'])
    .where('id', '=', municipalityId)
    .executeTakeFirst()
  return row ? { takesPart: row.isMember && (row.leftOn === null || row.leftOn >= today) } : null
}

export async function siteIsOpen(db: Db, siteId: string, today: string): Promise<boolean> {
  const row = await db.selectFrom('programme.site').select('closedOn').where('id', '=', siteId).executeTakeFirst()
  return row !== undefined && (row.closedOn === null || row.closedOn >= today)
}

export async function emailOf(db: Db, userId: string): Promise<string> {
  const { email } = await db.selectFrom('platform.user').select('email').where('id', '=', userId).executeTakeFirstOrThrow()
  return email
}
