import { z } from 'zod'
import { eventKinds } from '../../platform/events.ts'

const handBack = z.object({ handBackId: z.uuid() })
const question = z.object({ questionId: z.uuid() })

export const events = eventKinds({
  'offer.made': z.object({ offerId: z.uuid() }),
  'offer.declined': z.object({ offerId: z.uuid(), packageId: z.uuid() }),
  'assignment.released': z.object({ assignmentId: z.uuid(), packageId: z.uuid(), units: z.int() }),
  'terms.proposed': z.object({ changeId: z.uuid() }),
  'material.added': z.object({ materialId: z.uuid(), version: z.int() }),
  'message.sent': z.object({ messageId: z.uuid() }),
  'hand-back.asked': handBack,
  'hand-back.answered': handBack,
  'question.asked': question,
  'question.answered': question,
})
