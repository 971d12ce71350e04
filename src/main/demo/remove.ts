import { randomBytes } from 'node:crypto'
import { verifyPassword } from 'better-auth/crypto'
import { sql } from 'kysely'
import { removeAccount } from '../../platform/auth/remove-account.ts'
import { allowPasswordReset } from '../../platform/auth/reset-link.ts'
import type { Database, Db } from '../../platform/db/db.ts'
import { removeTenant } from '../../platform/db/remove-tenant.ts'
import { headKey, makeHead } from '../../platform/proof/head.ts'
import { demoPassword, demoPeople } from './accounts.ts'

/** What the demo is in this database. */
interface FoundDemo {
  programmes: { id: string; name: string; people: number }[]
  /** Those that nobody else uses, and of people who are elsewhere too those that still open with the published password. */
  accounts: { id: string; email: string; isElsewhere: boolean }[]
}

interface RemovedDemo {
  programmes: { id: string; name: string; rows: number; tables: number }[]
  /** Addresses of the accounts that are gone. */
  accounts: string[]
  /** People of another programme keep theirs without the published password: the token of a link lets each set one within the hour. */
  kept: { email: string; token: string; expiresAt: string | null }[]
}

const outside = { programmeId: null, userId: null }

/** The marked programmes and the published accounts; null when there is neither. */
export const findDemo = (owner: Database): Promise<FoundDemo | null> => owner.transaction(outside, readDemo, { readOnly: true })

async function readDemo(db: Db): Promise<FoundDemo | null> {
  const emails = demoPeople.map(({ email }) => email)
  const users = await db.selectFrom('platform.user').select(['id', 'email']).where('email', 'in', emails).orderBy('email').execute()
  const programmes: FoundDemo['programmes'] = []
  const elsewhere = new Set<string>()
  for (const { id } of await db.selectFrom('platform.tenant_list').select('id').orderBy('id').execute()) {
    await enter(db, id)
    const demo = await db
      .selectFrom('programme.programme')
      .select('name')
      .where('programmeId', '=', id)
      .where('isDemo', '=', true)
      .executeTakeFirst()
    if (demo) {
      const { rows } = await sql<{ people: number }>`select count(*)::int as people from people.worker where programme_id = ${id}`.execute(
        db,
      )
      programmes.push({ id, name: demo.name, people: rows[0]?.people ?? 0 })
    } else for (const user of await membersOf(db, id)) elsewhere.add(user)
  }
  await enter(db, '')
  const accounts: FoundDemo['accounts'] = []
  for (const user of users) {
    const isElsewhere = elsewhere.has(user.id)
    if (!isElsewhere || (await hasPublishedPassword(db, user.id))) accounts.push({ ...user, isElsewhere })
  }
  return programmes.length + accounts.length === 0 ? null : { programmes, accounts }
}

const enter = (db: Db, programmeId: string) => sql`select set_config('kado.programme', ${programmeId}, true)`.execute(db)

/** Whoever holds or held a role in a programme, or stands in it as a person: its records name them. */
async function membersOf(db: Db, programmeId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select user_id as id from programme.membership where programme_id = ${programmeId}
    union select user_id from people.worker where programme_id = ${programmeId} and user_id is not null`.execute(db)
  return rows.map(({ id }) => id)
}

/**
 * Removes the demo with everything in it: all or nothing. The head that is made with it no longer speaks of the demo, so that what remains
 * is found whole.
 * @param owner of the tables
 * @throws 42501 when it is not
 */
export const removeDemo = (owner: Database, secret: string, now: Date): Promise<RemovedDemo | null> =>
  owner.transaction(outside, async (db) => {
    // Looked for once more: only what is marked at this moment is removed.
    const demo = await readDemo(db)
    if (!demo) return null
    const removed: RemovedDemo = { programmes: [], accounts: [], kept: [] }
    for (const { id, name } of demo.programmes) {
      await enter(db, id)
      removed.programmes.push({ id, name, ...(await removeTenant(db, id)) })
    }
    await enter(db, '')
    for (const account of demo.accounts) {
      if (account.isElsewhere) removed.kept.push(await takePassword(db, account, now))
      else {
        await removeAccount(db, account.id)
        removed.accounts.push(account.email)
      }
    }
    await makeHeadOfRest(db, secret, now)
    return removed
  })

/** A password that the person has chosen stays theirs. */
async function hasPublishedPassword(db: Db, userId: string): Promise<boolean> {
  const kept = await db.selectFrom('platform.credential').select('password').where('userId', '=', userId).executeTakeFirst()
  return !!kept?.password && verifyPassword({ hash: kept.password, password: demoPassword })
}

async function takePassword(db: Db, { id, email }: { id: string; email: string }, now: Date): Promise<RemovedDemo['kept'][number]> {
  await db.updateTable('platform.credential').set({ password: null }).where('userId', '=', id).execute()
  await db.deleteFrom('platform.session').where('userId', '=', id).execute()
  const token = randomBytes(32).toString('base64url')
  return { email, token, expiresAt: (await allowPasswordReset(db, id, token, now))?.expiresAt ?? null }
}

/** A superuser would see the rows of all tenants as those of each, so it reads as people are served. */
async function makeHeadOfRest(db: Db, secret: string, now: Date): Promise<void> {
  const { rows } = await sql<{ mighty: boolean }>`
    select rolsuper or rolbypassrls as mighty from pg_roles where rolname = current_user`.execute(db)
  if (rows[0]?.mighty) await sql`set local role kado_app`.execute(db)
  await makeHead(db, headKey(secret), now)
}
