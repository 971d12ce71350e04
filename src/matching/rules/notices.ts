import { z } from 'zod'
import { noticeKinds } from '../../platform/contract.ts'

/** What this area tells people under the bell. A plan that is being calculated stands there until its end replaces it. */
export const notices = noticeKinds('matching', {
  'plan-begun': z.object({}),
  'plan-ready': z.object({ offerCount: z.int() }),
  'plan-refreshed': z.object({ offerCount: z.int() }),
  'plan-failed': z.object({}),
  'repair-proposed': z.object({ title: z.string(), cause: z.enum(['declined', 'released', 'away', 'hours-changed']), offerCount: z.int() }),
})
