import { z } from 'zod'
import { noticeKinds } from '../../platform/contract.ts'

/** What this area tells people under the bell. */
export const notices = noticeKinds('people', {
  applied: z.object({ name: z.string(), municipality: z.string() }),
  registered: z.object({}),
  /** Somebody else recorded other minutes for these days. */
  'days-changed': z.object({ by: z.string(), firstOn: z.string(), lastOn: z.string() }),
  /** Somebody else recorded where the person is paid. */
  'account-changed': z.object({ by: z.string(), bankName: z.string(), branchName: z.string(), lastDigits: z.string() }),
})
