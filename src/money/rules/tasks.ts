import { z } from 'zod'
import { taskKinds } from '../../platform/events.ts'

export const tasks = taskKinds({
  'money.issue-statements': z.object({ programmeId: z.uuid(), closeId: z.uuid() }),
})
