import type { ActionContext } from '../platform/action.ts'
import { eraseDuePapers } from '../platform/erasing/papers.ts'
import { notify } from '../platform/notifications/notifications.ts'
import { timer } from '../platform/jobs.ts'
import { reaction } from '../platform/reactions.ts'
import { anonymisePerson } from './actions/anonymise-person.ts'
import { events } from './rules/events.ts'
import { notices } from './rules/notices.ts'
import { listLeavers } from './store/leaving.ts'
import { holdersOf, workerNews } from './store/notices.ts'

async function tellCoordinators(context: ActionContext, { workerId }: { workerId: string }): Promise<void> {
  const worker = await workerNews(context.db, workerId)
  if (!worker) return
  const people = await holdersOf(context.db, ['coordinator'], { municipality: [worker.municipalityId] })
  await notify(context, notices.applied, people, {
    link: `/people/${workerId}`,
    facts: { name: worker.name, municipality: worker.municipality },
  })
}

async function tellApplicant(context: ActionContext, { workerId }: { workerId: string }): Promise<void> {
  const worker = await workerNews(context.db, workerId)
  if (worker) await notify(context, notices.registered, [worker.userId], { link: '/', facts: {} })
}

/** Acts on the days until which papers and people are kept: erases the papers that are over, and the name with the last of them. */
export async function anonymiseLeavers(context: ActionContext): Promise<void> {
  for (let cursor: string | null = null; ;) {
    const page: Awaited<ReturnType<typeof listLeavers>> = await listLeavers(context.db, { waiting: true, cursor, limit: 200 })
    for (const { id, keptUntil, papers, erasedPapers } of page.rows) {
      if (keptUntil < context.today) await anonymisePerson.perform(context, { workerId: id })
      else if (papers > erasedPapers) await eraseDuePapers(context.db, id, context.today)
    }
    if (page.next === null) return
    cursor = page.next
  }
}

export const reactions = [
  reaction(events['person.applied'], 'people.tell-coordinators', tellCoordinators),
  reaction(events['person.registered'], 'people.tell-applicant', tellApplicant),
]

export const timers = [
  // 00:40 in Japan: the last day of keeping has ended.
  timer('people.anonymise-leavers', '40 15 * * *', anonymiseLeavers),
]
