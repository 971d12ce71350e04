import { z } from 'zod'
import { noticeKinds } from '../../platform/contract.ts'

/** Changes of an account after which it rests. */
export const accessChanges = ['role', 'reset-link', 'password', 'second-factor'] as const

/** What this area tells people under the bell. */
export const notices = noticeKinds('programme', {
  /** `by` is empty where nobody was signed in or the person did it themself. */
  'access-changed': z.object({ name: z.string(), change: z.enum(accessChanges), by: z.string(), hours: z.int() }),
  /** The day on which the server's backup was not made. */
  'backup-failed': z.object({ day: z.string() }),
})
