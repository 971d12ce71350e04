import { z } from 'zod'
import { noticeKinds } from '../../platform/contract.ts'

/** What this area tells people under the bell. */
export const notices = noticeKinds('indicators', {
  'sheet-published': z.object({ municipality: z.string(), fiscalYear: z.int(), version: z.int() }),
  'confirmation-due': z.object({ month: z.string() }),
})
