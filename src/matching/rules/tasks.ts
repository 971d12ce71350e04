import { z } from 'zod'
import { taskKinds } from '../../platform/events.ts'

const programmeId = z.uuid()

export const tasks = taskKinds({
  'matching.calculate': z.object({ programmeId, planId: z.uuid() }),
  'matching.replan-person': z.object({ programmeId, workerId: z.uuid() }),
  'matching.refresh-unsent-plan': z.object({ programmeId }),
})
