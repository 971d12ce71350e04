import { z } from 'zod'
import { noticeKinds } from '../../platform/contract.ts'

/** What this area tells people under the bell. */
export const notices = noticeKinds('people', {
  applied: z.object({ name: z.string(), municipality: z.string() }),
  registered: z.object({}),
})
