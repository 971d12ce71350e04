import { z } from 'zod'
import { noticeKinds } from '../../platform/contract.ts'

/** What this area tells people under the bell. */
export const notices = noticeKinds('orders', {
  'offer-made': z.object({ title: z.string(), units: z.int(), unitName: z.string(), dueOn: z.string(), answerBy: z.string().nullable() }),
  'question-asked': z.object({ title: z.string() }),
  'question-answered': z.object({ title: z.string() }),
  'material-added': z.object({ title: z.string(), material: z.string(), version: z.int() }),
  'message-received': z.object({ title: z.string(), from: z.string() }),
  'hand-back-asked': z.object({ title: z.string(), units: z.int(), unitName: z.string() }),
  'hand-back-answered': z.object({ title: z.string(), name: z.string(), agreed: z.boolean() }),
  'terms-proposed': z.object({ title: z.string() }),
  'units-released': z.object({ title: z.string(), units: z.int(), unitName: z.string() }),
})
