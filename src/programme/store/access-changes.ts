import { sql } from 'kysely'
import { newId, type ActionContext } from '../../platform/action.ts'
import type { Db } from '../../platform/db/db.ts'
import { notify } from '../../platform/notifications/notifications.ts'
import { defaultRestHours, restHoursAt, restsUntil } from '../rules/approval-rest.ts'
import { type accessChanges, notices } from '../rules/notices.ts'
import { type RoleName, roleNames, roles } from '../rules/roles.ts'
import { holdersOf } from './holders.ts'

type AccessChange = (typeof accessChanges)[number]

/** Roles that move money or rights: whoever just got one rests too. */
export const isMighty = (role: RoleName): boolean => roles[role].needsSecondFactor
const mighty = roleNames.filter(isMighty)

/** Every value that was set for the time of rest. */
const restSettings = (db: Db) => db.selectFrom('programme.approval_rest').select(['hours', 'setAt']).orderBy('setAt').execute()

/** The time of rest that was set last, and that which is in force. */
export async function readRest(db: Db, now: Date): Promise<{ hours: number; hoursNow: number }> {
  const settings = await restSettings(db)
  return { hours: settings.at(-1)?.hours ?? defaultRestHours, hoursNow: restHoursAt(settings, now) }
}

export async function insertRest({ db, programmeId, actor, now }: ActionContext, hours: number): Promise<void> {
  const row = { programmeId, id: newId(now.getTime()), hours, setAt: now.toISOString(), setBy: actor.userId ?? '' }
  await db.insertInto('programme.approval_rest').values(row).execute()
}

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

/** Notes that somebody may set a new password by a link; sign-in notes the rest itself (src/platform/auth/door.ts). */
export async function insertResetLink({ db, actor, now }: ActionContext, userId: string): Promise<void> {
  const row = { userId, kind: 'reset-link' as const, changedAt: now.toISOString(), changedBy: actor.userId }
  await db.insertInto('platform.account_change').values(row).execute()
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
