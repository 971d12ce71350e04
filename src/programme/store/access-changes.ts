import { sql } from 'kysely'
import type { ActionContext } from '../../platform/action.ts'
import type { Db } from '../../platform/db/db.ts'
import { notify } from '../../platform/notifications/notifications.ts'
import { restHoursAt, restsUntil } from '../rules/approval-rest.ts'
import { type accessChanges, notices } from '../rules/notices.ts'
import { type RoleName, roleNames, roles } from '../rules/roles.ts'
import { holdersOf } from './holders.ts'

export type AccessChange = (typeof accessChanges)[number]

/** Roles that move money or rights: whoever just got one rests too. */
export const isMighty = (role: RoleName): boolean => roles[role].needsSecondFactor
const mighty = roleNames.filter(isMighty)

/** Every value that was set for the time of rest. */
export const restSettings = (db: Db) => db.selectFrom('programme.approval_rest').select(['hours', 'setAt']).orderBy('setAt').execute()

/**
 * Until when a person's account approves no money alone, or null: somebody made a link to a new password, the password was
 * set by one, a second factor came to a session that had proved none, or a role was given (by whomever, themself too).
 */
export async function restOf(db: Db, userId: string, at: Date): Promise<Date | null> {
  const instant = at.toISOString()
  const { rows } = await sql<{ changedAt: string | null }>`
    select max(changed_at) as changed_at from (
      select c.changed_at from platform.account_change c where c.user_id = ${userId}
      union all
      select m.granted_at from programme.membership m
      where m.programme_id = platform.tenant() and m.user_id = ${userId} and m.role = any(${mighty}) and m.granted_by <> 'system'
    ) c where changed_at <= ${instant}::timestamptz`.execute(db)
  return restsUntil(rows[0]?.changedAt ?? null, restHoursAt(await restSettings(db), at), at)
}

export async function insertAccountChange(
  { db, actor, now }: Pick<ActionContext, 'db' | 'actor' | 'now'>,
  userId: string,
  kind: Exclude<AccessChange, 'role'>,
): Promise<void> {
  await db.insertInto('platform.account_change').values({ userId, kind, changedAt: now.toISOString(), changedBy: actor.userId }).execute()
}

/** Tells everybody who keeps the books that an account was changed. */
export async function tellOffice(
  context: Pick<ActionContext, 'db' | 'programmeId' | 'now' | 'actor'>,
  userId: string,
  change: AccessChange,
): Promise<void> {
  const { db, actor, now } = context
  const ids = [userId, actor.userId ?? '']
  const people = await db.selectFrom('platform.user').select(['id', 'name']).where('id', 'in', ids).execute()
  const nameOf = (id: string | null) => people.find((person) => person.id === id)?.name ?? ''
  const hours = restHoursAt(await restSettings(db), now)
  const facts = { name: nameOf(userId), change, by: actor.userId === userId ? '' : nameOf(actor.userId), hours }
  await notify(context, notices['access-changed'], await holdersOf(db, ['office']), { link: '/home/office', facts })
}

/** The programmes in which a person holds a role that moves money or rights. Asked in the person's name. */
export async function programmesOf(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('programme.membership')
    .select('programmeId')
    .distinct()
    .where('userId', '=', sql<string>`current_setting('kado.user')`)
    .where('role', 'in', mighty)
    .where('endedAt', 'is', null)
    .execute()
  return rows.map((row) => row.programmeId)
}
