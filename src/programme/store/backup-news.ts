import type { ActionContext } from '../../platform/action.ts'
import { notify } from '../../platform/notifications/notifications.ts'
import { jstDateOf } from '../../units/calendar-date.ts'
import { notices } from '../rules/notices.ts'
import { holdersOf } from './holders.ts'

/** Tells the administrators, once for each day, that the backup of the server was not made. */
export async function tellOfBackup(context: Pick<ActionContext, 'db' | 'programmeId' | 'now'>): Promise<void> {
  const day = jstDateOf(context.now)
  const administrators = await holdersOf(context.db, ['administrator'])
  await notify(context, notices['backup-failed'], administrators, { link: '/administration', facts: { day }, once: day })
}
