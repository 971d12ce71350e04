import type { ActionContext } from '../platform/action.ts'
import { notify } from '../platform/notifications/notifications.ts'
import { reaction } from '../platform/reactions.ts'
import { events } from './rules/events.ts'
import { notices } from './rules/notices.ts'
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

export const reactions = [
  reaction(events['person.applied'], 'people.tell-coordinators', tellCoordinators),
  reaction(events['person.registered'], 'people.tell-applicant', tellApplicant),
]
