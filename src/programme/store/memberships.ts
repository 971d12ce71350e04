import { sql } from 'kysely'
import type { Grant } from '../../platform/access.ts'
import { newId, type ActionContext } from '../../platform/action.ts'
import type { Proof } from '../../platform/grants.ts'
import type { Role, ScopeKind } from '../../platform/contract.ts'
import type { Db } from '../../platform/db/db.ts'
import { keyset, readPage, containing, sameTenant } from '../../platform/db/listing.ts'
import type { Paging } from '../../platform/shapes.ts'
import { isRole, isScopeKind, roles } from '../rules/roles.ts'

/** By what the session has proved; without a session, by what the account has. */
const lacksSecondFactor = (
  row: { role: string; secondFactorRequired: boolean; twoFactorEnabled: boolean | null },
  proof?: Proof,
): boolean =>
  row.secondFactorRequired &&
  !(proof?.secondFactor ?? row.twoFactorEnabled === true) &&
  isRole(row.role) &&
  roles[row.role].needsSecondFactor

/** A row that somebody else wrote with an unknown word is worth nothing, so it gives no right. */
function grantOf(row: { role: string; scopeKind: string; scopeId: string }): Grant[] {
  return isRole(row.role) && isScopeKind(row.scopeKind) ? [{ role: row.role, scopeKind: row.scopeKind, scopeId: row.scopeId }] : []
}

/**
 * The roles that a person holds in the programme of the transaction. Roles that move money or rights do not count in a
 * session without a second factor, where the programme asks for one (NIST SP 800-63B, AAL2): what another session of the
 * person has proved gives this one nothing.
 */
export async function readGrants(db: Db, userId: string, proof?: Proof): Promise<Grant[]> {
  const rows = await db
    .selectFrom('programme.membership as m')
    .innerJoin('programme.programme as p', 'p.programmeId', 'm.programmeId')
    .leftJoin('platform.user as u', 'u.id', 'm.userId')
    .select(['m.role', 'm.scopeKind', 'm.scopeId', 'p.secondFactorRequired', 'u.twoFactorEnabled'])
    .where('m.programmeId', '=', sql<string>`platform.tenant()`)
    .where('m.userId', '=', userId)
    .where('m.endedAt', 'is', null)
    .execute()
  return rows.filter((row) => !lacksSecondFactor(row, proof)).flatMap(grantOf)
}

/** One role of a person in one of the programmes they belong to. */
interface PersonMembership {
  programmeId: string
  programmeName: string
  isDemo: boolean
  role: Role
  scopeKind: ScopeKind
  scopeId: string
  scopeName: string
  /** The worker's id for the role of a worker. */
  personId: string | null
  /** The role does not count in this session, which has proved no second factor. */
  secondFactorMissing: boolean
}

/**
 * Every role of the signed-in person in every programme. Runs in a transaction whose user is that person: names of cities
 * and sites are read programme by programme, because row-level security shows one tenant at a time.
 */
export async function readMemberships(db: Db, userId: string, proof?: Proof): Promise<PersonMembership[]> {
  const rows = await db
    .selectFrom('programme.membership as m')
    .innerJoin('programme.programme as p', 'p.programmeId', 'm.programmeId')
    .leftJoin('platform.user as u', 'u.id', 'm.userId')
    .select(['m.programmeId', 'm.role', 'm.scopeKind', 'm.scopeId', 'p.name', 'p.isDemo', 'p.secondFactorRequired', 'u.twoFactorEnabled'])
    .where('m.userId', '=', userId)
    .where('m.endedAt', 'is', null)
    .orderBy('p.name')
    .orderBy('m.grantedAt')
    .limit(200)
    .execute()
  const names = await scopeNames(db, rows)
  return rows.flatMap((row) => {
    if (!isRole(row.role) || !isScopeKind(row.scopeKind)) return []
    return {
      programmeId: row.programmeId,
      programmeName: row.name,
      isDemo: row.isDemo,
      role: row.role,
      scopeKind: row.scopeKind,
      scopeId: row.scopeId,
      scopeName: row.scopeKind === 'programme' ? row.name : (names.get(row.scopeId) ?? ''),
      personId: row.scopeKind === 'self' ? row.scopeId : null,
      secondFactorMissing: lacksSecondFactor(row, proof),
    }
  })
}

async function scopeNames(db: Db, rows: readonly { programmeId: string; scopeKind: string }[]): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  const {
    rows: [before],
  } = await sql<{ tenant: string | null }>`select current_setting('kado.programme', true) as tenant`.execute(db)
  const wanted = new Set(rows.filter((row) => row.scopeKind === 'municipality' || row.scopeKind === 'site').map((row) => row.programmeId))
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
    ...given,
    programmeId: context.programmeId,
    id,
    grantedAt: context.now.toISOString(),
    grantedBy: context.actor.userId,
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
    .where('programmeId', '=', programmeId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

/** Locks the programme's administrators in a fixed order, so that the last two cannot end each other at once. */
export function lockAdministrators(db: Db, programmeId: string) {
  return db
    .selectFrom('programme.membership')
    .select(['id', 'userId'])
    .where('programmeId', '=', programmeId)
    .where('role', '=', 'administrator')
    .where('endedAt', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute()
}

export async function endMembership(context: ActionContext, id: string): Promise<boolean> {
  const ended = await context.db
    .updateTable('programme.membership')
    .set({ endedAt: context.now.toISOString() })
    .where('programmeId', '=', context.programmeId)
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .executeTakeFirst()
  return ended.numUpdatedRows === 1n
}

/** Whether a person has, or had, any role in this programme: only such people are known here. */
export async function isKnownPerson(db: Db, programmeId: string, userId: string): Promise<boolean> {
  const row = await db
    .selectFrom('programme.membership')
    .select('id')
    .where('programmeId', '=', programmeId)
    .where('userId', '=', userId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** The roles that a person holds now in this programme. */
export const rolesOf = (db: Db, programmeId: string, userId: string) =>
  db
    .selectFrom('programme.membership')
    .select(['id', 'scopeId'])
    .where('programmeId', '=', programmeId)
    .where('userId', '=', userId)
    .where('endedAt', 'is', null)
    .execute()

/** Whoever holds or held a role for a scope. */
export async function holdersOfScope(db: Db, programmeId: string, scopeId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('programme.membership')
    .select('userId')
    .distinct()
    .where('programmeId', '=', programmeId)
    .where('scopeId', '=', scopeId)
    .execute()
  return rows.map(({ userId }) => userId)
}

export async function holdsAnyRole(db: Db, userId: string): Promise<boolean> {
  const row = await db
    .selectFrom('programme.membership')
    .select('id')
    .where('userId', '=', userId)
    .where('endedAt', 'is', null)
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
    .where('userId', '=', userId)
    .where('programmeId', '<>', programmeId)
    .where('endedAt', 'is', null)
    .limit(1)
    .executeTakeFirst()
  await sql`select set_config('kado.user', ${actor.userId ?? ''}, true)`.execute(db)
  return row !== undefined
}

/** Whether an account is the one of this mail address, whatever its letter case. */
export async function hasAddress(db: Db, userId: string, email: string): Promise<boolean> {
  const row = await db.selectFrom('platform.user').select('email').where('id', '=', userId).executeTakeFirst()
  return row?.email.toLowerCase() === email.trim().toLowerCase()
}

export async function hasSecondFactor(db: Db, userId: string): Promise<boolean> {
  const row = await db.selectFrom('platform.user').select('twoFactorEnabled').where('id', '=', userId).executeTakeFirst()
  return row?.twoFactorEnabled === true
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

export function listMemberships(db: Db, programmeId: string, input: Paging & { search: string; role: string | null }) {
  const pattern = containing(input.search)
  let query = db
    .selectFrom('programme.membership as m')
    .innerJoin('platform.user as u', 'u.id', 'm.userId')
    .where('m.programmeId', '=', programmeId)
    .where('m.endedAt', 'is', null)
    .where((e) => e.or([e('u.name', 'ilike', pattern), e('u.email', 'ilike', pattern)]))
  if (input.role) query = query.where('m.role', '=', input.role)
  const named = query
    .leftJoin('platform.user as g', 'g.id', 'm.grantedBy')
    .leftJoin('programme.municipality as c', (join) => sameTenant(join, 'c.id', 'm.scopeId'))
    .leftJoin('programme.site as s', (join) => sameTenant(join, 's.id', 'm.scopeId'))
    .select([
      'm.id',
      'm.userId',
      'm.role',
      'm.scopeKind',
      'm.scopeId',
      'm.grantedAt',
      'u.name',
      'u.email',
      'u.twoFactorEnabled',
      'g.name as grantedByName',
    ])
    .select((e) => e.fn.coalesce('c.name', 's.name').as('scopeName'))
  return readPage(named, keyset(input, { 'm.granted_at': 'timestamptz', 'm.id': 'uuid' }, 'desc'))
}
