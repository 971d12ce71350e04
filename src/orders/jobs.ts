import type { Job, Timer } from '../platform/jobs.ts'
import type { Reaction } from '../platform/outbox.ts'
import { listTenants } from '../platform/tenants.ts'
import { jstDateOf } from '../units/calendar-date.ts'
import { expireOffers } from './store/index.ts'

export const reactions: Reaction[] = []
export const jobs: Job[] = []

export const timers: Timer[] = [
  {
    name: 'orders.expire-offers',
    // Five past midnight in Japan. Offers hold no units from midnight on, whether or not this has run.
    cron: '5 15 * * *',
    run: async (database) => {
      const now = new Date()
      for (const programmeId of await listTenants(database)) {
        await database.transaction({ programmeId, userId: null }, (db) => expireOffers(db, jstDateOf(now), now))
      }
    },
  },
]
