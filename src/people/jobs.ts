import type { ActionContext } from '../platform/action.ts'
import type { Job, Timer } from '../platform/jobs.ts'
import { notify } from '../platform/notifications/notifications.ts'
import { type Event, type Reaction, textIn } from '../platform/outbox.ts'
import { notices } from './rules/notices.ts'
import { holdersOf, workerNews } from './store/notices.ts'

async function tellCoordinators(context: ActionContext, event: Event): Promise<void> {
  const worker = await workerNews(context.db, textIn(event, 'workerId'))
  if (!worker) return
  const people = await holdersOf(context.db, ['coordinator'], { municipality: [worker.municipalityId] })
  await notify(context, notices.applied, people, {
    link: `/people/${textIn(event, 'workerId')}`,
    facts: { name: worker.name, municipality: worker.municipality },
  })
}

async function tellApplicant(context: ActionContext, event: Event): Promise<void> {
  const worker = await workerNews(context.db, textIn(event, 'workerId'))
  if (worker) await notify(context, notices.registered, [worker.userId], { link: '/', facts: {} })
}

export const reactions: Reaction[] = [
  { event: 'person.applied', name: 'people.tell-coordinators', react: tellCoordinators },
  { event: 'person.registered', name: 'people.tell-applicant', react: tellApplicant },
]
export const jobs: Job[] = []
export const timers: Timer[] = []
