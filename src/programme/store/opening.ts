import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../../platform/db/db.ts'
import { type Opening, openingFault, openingInvitationDays } from '../rules/opening.ts'
import { resembles, seen } from '../rules/resembling-names.ts'

let opening: Opening = 'first'
/** The start says what whoever keeps the server has chosen. */
export const setOpening = (chosen: Opening): void => void (opening = chosen)
export const chosenOpening = (): Opening => opening

/** One after the other: two at once would both be the first, or take the same name. Ends with the transaction. */
export const lockOpening = (db: Db) => sql`select pg_advisory_xact_lock(hashtextextended('programme.opening', 0))`.execute(db)

interface Known {
  programmeId: string
  isDemo: boolean
  names: string[]
}

/** The names that people know: of every programme, its operator and its members. Read tenant by tenant, because row-level security shows one. */
async function* knownProgrammes(db: Db): AsyncGenerator<Known> {
  const { rows: before } = await sql<{ tenant: string | null }>`select current_setting('kado.programme', true) as tenant`.execute(db)
  const { rows: tenants } = await sql<{ id: string }>`select id from platform.tenant_list order by id`.execute(db)
  try {
    for (const { id } of tenants) {
      await sql`select set_config('kado.programme', ${id}, true)`.execute(db)
      const { rows } = await sql<Known>`
      select p.programme_id, p.is_demo,
             array[p.name, p.operator_name] || array(select m.name from programme.municipality m where m.is_member and m.left_on is null) as names
      from programme.programme p where p.programme_id = ${id}`.execute(db)
      yield* rows
    }
  } finally {
    await sql`select set_config('kado.programme', ${before[0]?.tenant ?? ''}, true)`.execute(db)
  }
}

/** Whether a programme other than the demo is there. */
export async function isOpened(db: Db): Promise<boolean> {
  for await (const each of knownProgrammes(db)) if (!each.isDemo) return true
  return false
}

/** Whether this person may open one without an invitation. */
export const isOpenTo = async (db: Db): Promise<boolean> =>
  openingFault({ opening, isTaken: opening === 'first' && (await isOpened(db)), invitation: null }) === null

/** A name of another programme for which one of these could be taken; null when they tell themselves apart. */
export async function resembledName(db: Db, programmeId: string, names: readonly string[]): Promise<string | null> {
  for await (const other of knownProgrammes(db)) {
    if (other.programmeId === programmeId) continue
    const known = other.names.find((each) => names.some((name) => resembles(name, each)))
    if (known !== undefined) return known
  }
  return null
}

/**
 * After a change of name: whether the new one could be taken for another's, and then it stands at the entrance no more.
 * A name that looks as before was looked at before.
 */
export async function holdBack(db: Db, programmeId: string, was: string, name: string): Promise<boolean> {
  if (seen(was) === seen(name)) return false
  await lockOpening(db)
  if ((await resembledName(db, programmeId, [name])) === null) return false
  await leaveEntrance(db, programmeId)
  return true
}

export const leaveEntrance = (db: Db, programmeId: string) => db.deleteFrom('programme.entrance').where('id', '=', programmeId).execute()

/** Exactly these stand at the entrance from now on, in this order. */
export async function setEntrance(db: Db, programmeIds: readonly string[]): Promise<void> {
  await db.deleteFrom('programme.entrance').execute()
  if (programmeIds.length === 0) return
  const rows = programmeIds.map((id, index) => ({ id, position: index + 1 }))
  await db.insertInto('programme.entrance').values(rows).execute()
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

export async function insertOpeningInvitation(db: Db, email: string, token: string, now: Date): Promise<{ expiresAt: string }> {
  const expiresAt = new Date(now.getTime() + openingInvitationDays * 86_400_000).toISOString()
  await db
    .insertInto('programme.opening_invitation')
    .values({ tokenSha256: hashOf(token), email: email.trim().toLowerCase(), createdAt: now.toISOString(), expiresAt })
    .execute()
  return { expiresAt }
}

/** Whether this address was invited to a role or to open a programme, and has not answered yet. */
export async function isInvited(db: Db, email: string, now: Date): Promise<boolean> {
  const address = email.trim().toLowerCase()
  await sql`select set_config('kado.address', ${address}, true)`.execute(db)
  const { rows } = await sql<{ known: boolean }>`
    select exists (select from programme.invitation
                   where lower(email) = ${address} and accepted_at is null and withdrawn_at is null and expires_at > ${now.toISOString()})
        or exists (select from programme.opening_invitation
                   where email = ${address} and used_at is null and expires_at > ${now.toISOString()}) as known`.execute(db)
  await sql`select set_config('kado.address', '', true)`.execute(db)
  return rows[0]?.known === true
}

/** Uses up the link, if it is open and was sent to the address of this account. */
export async function spendOpeningInvitation(db: Db, token: string, userId: string, now: Date): Promise<boolean> {
  const used = await db
    .updateTable('programme.opening_invitation')
    .set({ usedAt: now.toISOString() })
    .where('tokenSha256', '=', hashOf(token))
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now.toISOString())
    .where('email', '=', (e) =>
      e
        .selectFrom('platform.user')
        .select((u) => u.fn<string>('lower', ['email']).as('email'))
        .where('id', '=', userId),
    )
    .executeTakeFirst()
  return used.numUpdatedRows === 1n
}
