import type { ActionContext } from '../platform/action.ts'
import { timer } from '../platform/jobs.ts'
import { notify } from '../platform/notifications/notifications.ts'
import { reaction } from '../platform/reactions.ts'
import { addDays, startOfMonth } from '../units/calendar-date.ts'
import { events } from './rules/events.ts'
import { notices } from './rules/notices.ts'
import { holdersOf, memberIds, sheetNews } from './store/notices.ts'

/** Who has to read a published sheet: the committee and the officers of its municipality. */
async function tellReaders(context: ActionContext, { sheetId, version }: { sheetId: string; version: number }): Promise<void> {
  const sheet = await sheetNews(context.db, sheetId)
  if (!sheet) return
  const people = await holdersOf(context.db, ['committee', 'officer'], { municipality: [sheet.municipalityId] })
  const facts = { municipality: sheet.name, fiscalYear: sheet.fiscalYear, version }
  await notify(context, notices['sheet-published'], people, { link: '/sheets', facts })
}

/** Officers confirm each month what the operator did in the one before. */
export async function tellOfConfirmation(context: ActionContext): Promise<void> {
  const month = startOfMonth(addDays(startOfMonth(context.today), -1))
  const people = await holdersOf(context.db, ['officer'], { municipality: await memberIds(context.db) })
  await notify(context, notices['confirmation-due'], people, { link: '/', once: month, facts: { month } })
}

export const reactions = [reaction(events['sheet.published'], 'indicators.tell-readers', tellReaders)]

export const timers = [
  // 08:00 in Japan on the first of the month.
  timer('indicators.tell-of-confirmation', '0 23 28-31 * *', async (context) => {
    if (context.today === startOfMonth(context.today)) await tellOfConfirmation(context)
  }),
]
