import { systemActor } from '../platform/access.ts'
import { type ActionContext, contextOf } from '../platform/action.ts'
import type { Job, Timer } from '../platform/jobs.ts'
import { notify } from '../platform/notifications/notifications.ts'
import { type Event, type Reaction, textIn } from '../platform/outbox.ts'
import { listTenants } from '../platform/tenants.ts'
import { addDays, startOfMonth } from '../units/calendar-date.ts'
import { notices } from './rules/notices.ts'
import { holdersOf, memberIds, sheetNews } from './store/notices.ts'

/** Who has to read a published sheet: the committee and the officers of its municipality. */
async function tellReaders(context: ActionContext, event: Event): Promise<void> {
  const sheet = await sheetNews(context.db, textIn(event, 'sheetId'))
  if (!sheet) return
  const people = await holdersOf(context.db, ['committee', 'officer'], { municipality: [sheet.municipalityId] })
  const facts = { municipality: sheet.name, fiscalYear: sheet.fiscalYear, version: Number(event.payload['version'] ?? 1) }
  await notify(context, notices['sheet-published'], people, { link: '/sheets', facts })
}

/** Officers confirm each month what the operator did in the one before. */
export async function tellOfConfirmation(context: ActionContext): Promise<void> {
  const month = startOfMonth(addDays(startOfMonth(context.today), -1))
  const people = await holdersOf(context.db, ['officer'], { municipality: await memberIds(context.db) })
  await notify(context, notices['confirmation-due'], people, { link: '/', facts: { month } })
}

export const reactions: Reaction[] = [{ event: 'sheet.published', name: 'indicators.tell-readers', react: tellReaders }]
export const jobs: Job[] = []

export const timers: Timer[] = [
  {
    name: 'indicators.tell-of-confirmation',
    // 08:00 in Japan on the first of the month.
    cron: '0 23 28-31 * *',
    run: async (database) => {
      const now = new Date()
      for (const programmeId of await listTenants(database)) {
        await database.transaction({ programmeId, userId: null }, async (db) => {
          const context = contextOf(db, programmeId, systemActor, now)
          if (context.today === startOfMonth(context.today)) await tellOfConfirmation(context)
        })
      }
    },
  },
]
