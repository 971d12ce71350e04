import { sql } from 'kysely'
import type { Grant } from '../../platform/access.ts'
import { newId, type ActionContext } from '../../platform/action.ts'
import type { Role, ScopeKind } from '../../platform/contract.ts'
import type { Db } from '../../platform/db/db.ts'
import { roles, secondFactorRoles } from '../rules/roles.ts'

const scopeKinds: readonly ScopeKind[] = ['programme', 'municipality', 'site', 'order', 'client', 'self']
export const isRole = (text: string): text is Role => roles.some((role) => role === text)
export const isScopeKind = (text: string): text is ScopeKind => scopeKinds.some((kind) => kind === text)

/** A row that somebody else wrote with an unknown word is worth nothing, so it gives no right. */
function grantOf(row: { role: string; scope_kind: string; scope_id: string }): Grant[] {
  return isRole(row.role) && isScopeKind(row.scope_kind) ? [{ role: row.role, scopeKind: row.scope_kind, scopeId: row.scope_id }] : []
}

/**
 * The roles that a person holds in the programme of the transaction. Roles that move money or rights do not count until
 * the person has a second factor, where the programme asks for one (NIST SP 800-63B, AAL2).
 */
export async function readGrants(db: Db, userId: string): Promise<Grant[]> {
  const rows = await db
    .selectFrom('programme.membership as m')
    .innerJoin('programme.programme as p', 'p.programme_id', 'm.programme_id')
    .leftJoin('platform.user as u', 'u.id', 'm.user_id')
    .select(['m.role', 'm.scope_kind', 'm.scope_id', 'p.second_factor_required', 'u.two_factor_enabled'])
    .where('m.programme_id', '=', sql<string>`platform.tenant()`)
    .where('m.user_id', '=', userId)
    .where('m.ended_at', 'is', null)
    .execute()
  return rows
    .filter((row) => !row.second_factor_required || row.two_factor_enabled === true || !secondFactorRoles.includes(row.role))
    .flatMap(grantOf)
}

/** One role of a person in one of the programmes they belong to. */
export interface PersonMembership {
  programmeId: string
  programmeName: string
  isDemo: boolean
  role: Role
  scopeKind: ScopeKind
  scopeId: string
  scopeName: string
  /** The worker's id for the role of a worker. */
  personId: string | null
  /** The role does not count until the person sets up a second factor. */
  secondFactorMissing: boolean
}

/**
 * Every role of the signed-in person in every programme. Runs in a transaction whose user is that person: names of cities
 * and sites are read programme by programme, because row-level security shows one tenant at a time.
 */
export async function readMemberships(db: Db, userId: string): Promise<PersonMembership[]> {
  const rows = await db
    .selectFrom('programme.membership as m')
    .innerJoin('programme.programme as p', 'p.programme_id', 'm.programme_id')
    .leftJoin('platform.user as u', 'u.id', 'm.user_id')
    .select([
      'm.programme_id',
      'm.role',
      'm.scope_kind',
      'm.scope_id',
      'p.name',
      'p.is_demo',
      'p.second_factor_required',
      'u.two_factor_enabled',
    ])
    .where('m.user_id', '=', userId)
    .where('m.ended_at', 'is', null)
    .orderBy('p.name')
    .orderBy('m.granted_at')
    .limit(200)
    .execute()
  const names = await scopeNames(db, rows)
  return rows.flatMap((row) => {
    if (!isRole(row.role) || !isScopeKind(row.scope_kind)) return []
    return {
      programmeId: row.programme_id,
      programmeName: row.name,
      isDemo: row.is_demo,
      role: row.role,
      scopeKind: row.scope_kind,
      scopeId: row.scope_id,
      scopeName: row.scope_kind === 'programme' ? row.name : (names.get(row.scope_id) ?? ''),
      personId: row.role === 'worker' ? row.scope_id : null,
      secondFactorMissing: row.second_factor_required && row.two_factor_enabled !== true && secondFactorRoles.includes(row.role),
    }
  })
}

async function scopeNames(db: Db, rows: readonly { programme_id: string; scope_kind: string }[]): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  const {
    rows: [before],
  } = await sql<{ tenant: string | null }>`select current_setting('kado.programme', true) as tenant`.execute(db)
  const wanted = new Set(
    rows.filter((row) => row.scope_kind === 'municipality' || row.scope_kind === 'site').map((row) => row.programme_id),
  )
  for (const programmeId of wanted) {
    await sql`select set_config('kado.programme', ${programmeId}, true)`.execute(db)
    for (const table of ['programme.municipality', 'programme.site'] as const) {
      for (const row of await db.selectFrom(table).select(['id', 'name']).execute()) names.set(row.id, row.name)
    }
  }
  if (wanted.size > 0) await sql`select set_config('kado.programme', ${before?.tenant ?? ''}, true)`.execute(db)
  return names
}

export interface NewRole {
  userId: string
  role: Role
  scopeKind: ScopeKind
  scopeId: string
}

/** Gives a role, and says null when the person holds it already. Decided by the unique index, so that two at once give one. */
export async function insertMembership(context: ActionContext, given: NewRole): Promise<string | null> {
  const id = newId(context.now.getTime())
  const row = {
    programme_id: context.programmeId,
    id,
    user_id: given.userId,
    role: given.role,
    scope_kind: given.scopeKind,
    scope_id: given.scopeId,
    granted_at: context.now.toISOString(),
    granted_by: context.actor.userId,
  }
  const inserted = await context.db
    .insertInto('programme.membership')
    .values(row)
    .onConflict((c) => c.doNothing())
    .executeTakeFirst()
  return Number(inserted.numInsertedOrUpdatedRows) === 1 ? id : null
}

export function lockMembership(db: Db, programmeId: string, id: string) {
  return db
    .selectFrom('programme.membership')
    .selectAll()
    .where('programme_id', '=', programmeId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

/** Locks the programme's administrators in a fixed order, so that the last two cannot end each other at once. */
export function lockAdministrators(db: Db, programmeId: string) {
  return db
    .selectFrom('programme.membership')
    .select(['id', 'user_id'])
    .where('programme_id', '=', programmeId)
    .where('role', '=', 'administrator')
    .where('ended_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute()
}

export async function endMembership(context: ActionContext, id: string): Promise<boolean> {
  const ended = await context.db
    .updateTable('programme.membership')
    .set({ ended_at: context.now.toISOString() })
    .where('programme_id', '=', context.programmeId)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return ended.numUpdatedRows === 1n
}

/** Whether a person has, or had, any role in this programme: only such people are known here. */
export async function isKnownPerson(db: Db, programmeId: string, userId: string): Promise<boolean> {
  const row = await db
    .selectFrom('programme.membership')
    .select('id')
    .where('programme_id', '=', programmeId)
    .where('user_id', '=', userId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export async function holdsAnyRole(db: Db, userId: string): Promise<boolean> {
  const row = await db
    .selectFrom('programme.membership')
    .select('id')
    .where('user_id', '=', userId)
    .where('ended_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/**
 * Whether a person holds a role in another programme. Only the person themself sees those rows, so the question is asked
 * in their name, and nothing but yes or no comes back.
 */
export async function holdsRolesElsewhere(context: ActionContext, userId: string): Promise<boolean> {
  const { db, programmeId, actor } = context
  await sql`select set_config('kado.user', ${userId}, true)`.execute(db)
  const row = await db
    .selectFrom('programme.membership')
    .select('id')
    .where('user_id', '=', userId)
    .where('programme_id', '<>', programmeId)
    .where('ended_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  await sql`select set_config('kado.user', ${actor.userId ?? ''}, true)`.execute(db)
  return row !== undefined
}

export async function hasSecondFactor(db: Db, userId: string): Promise<boolean> {
  const row = await db.selectFrom('platform.user').select('two_factor_enabled').where('id', '=', userId).executeTakeFirst()
  return row?.two_factor_enabled === true
}

/** Whether a scope that this area keeps exists; orders, clients and people belong to areas that know nothing to the left. */
export async function scopeExists(context: ActionContext, kind: ScopeKind, id: string): Promise<boolean> {
  if (kind === 'programme') return id === context.programmeId
  if (kind !== 'municipality' && kind !== 'site') return true
  const row = await context.db
    .selectFrom(kind === 'site' ? 'programme.site' : 'programme.municipality')
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst()
  return row !== undefined
}

/** `granted_at|id` of the last row of a page. */
function after(cursor: string): { at: string; id: string } | null {
  const [at, id] = cursor.split('|')
  return at && id && !Number.isNaN(Date.parse(at)) && /^[0-9a-f-]{36}$/.test(id) ? { at, id } : null
}

export async function listMemberships(
  db: Db,
  programmeId: string,
  input: { cursor: string | null; limit: number; search: string; role: string | null },
) {
  const pattern = `%${input.search.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  let query = db
    .selectFrom('programme.membership as m')
    .innerJoin('platform.user as u', 'u.id', 'm.user_id')
    .where('m.programme_id', '=', programmeId)
    .where('m.ended_at', 'is', null)
    .where((e) => e.or([e('u.name', 'ilike', pattern), e('u.email', 'ilike', pattern)]))
  if (input.role) query = query.where('m.role', '=', input.role)
  const { total } = await query.select((e) => e.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const start = input.cursor === null ? null : after(input.cursor)
  const rows = await query
    .leftJoin('platform.user as g', 'g.id', 'm.granted_by')
    .leftJoin('programme.municipality as c', (join) => join.onRef('c.programme_id', '=', 'm.programme_id').onRef('c.id', '=', 'm.scope_id'))
    .leftJoin('programme.site as s', (join) => join.onRef('s.programme_id', '=', 'm.programme_id').onRef('s.id', '=', 'm.scope_id'))
    .select([
      'm.id',
      'm.user_id',
      'm.role',
      'm.scope_kind',
      'm.scope_id',
      'm.granted_at',
      'u.name',
      'u.email',
      'u.two_factor_enabled',
      'g.name as granted_by_name',
    ])
    .select((e) => e.fn.coalesce('c.name', 's.name').as('scope_name'))
    .$if(start !== null, (q) => q.where(sql<boolean>`(m.granted_at, m.id) < (${start?.at}, ${start?.id})`))
    .orderBy('m.granted_at', 'desc')
    .orderBy('m.id', 'desc')
    .limit(input.limit + 1)
    .execute()
  const page = rows.slice(0, input.limit)
  const last = page.at(-1)
  return { rows: page, next: rows.length > input.limit && last ? `${last.granted_at}|${last.id}` : null, total }
}
