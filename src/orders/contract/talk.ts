import { z } from 'zod'
import { read, write } from '../../platform/contract.ts'
import { working } from '../../people/rules/who-may.ts'
import { directing, leading } from '../rules/who-may.ts'
import { unitCount } from './shapes.ts'

const text = z.string().trim().min(1).max(2_000)
/** The two sides of a thread: one worker, and those who lead the package. `workerId` null is the worker themself. */
const thread = { packageId: z.uuid(), workerId: z.uuid().nullable().default(null) }

/** What those who lead and a worker write each other about a package, and the question whether part of it comes back. */
export const talkEntries = {
  'send-message': write({
    input: z.strictObject({ ...thread, text }),
    output: z.object({ messageId: z.uuid() }),
    allow: { ...leading, ...working },
  }),
  /** Whoever opens a thread has read what the other side wrote. */
  'mark-messages-read': write({
    input: z.strictObject(thread),
    output: z.object({ readCount: z.int() }),
    allow: { ...leading, ...working },
  }),
  messages: read({
    input: z.strictObject(thread),
    output: z.object({
      /** Oldest first, the latest 200. */
      rows: z.array(
        z.object({
          id: z.uuid(),
          text: z.string(),
          sentAt: z.string(),
          senderName: z.string(),
          /** Written by the reader's side. */
          isOurs: z.boolean(),
          readAt: z.string().nullable(),
        }),
      ),
      unreadCount: z.int(),
    }),
    allow: { ...leading, ...working },
  }),
  'ask-hand-back': write({
    input: z.strictObject({ assignmentId: z.uuid(), units: unitCount, reason: text }),
    output: z.object({ handBackId: z.uuid() }),
    allow: directing,
    refusals: ['more-than-left', 'hand-back-asked'],
  }),
  /** Declining changes nothing and costs nothing; the work goes on as agreed. */
  'answer-hand-back': write({
    input: z.strictObject({ handBackId: z.uuid(), agree: z.boolean(), answer: z.string().trim().max(2_000).default('') }),
    output: z.object({ assignmentId: z.uuid() }),
    allow: working,
    refusals: ['hand-back-answered', 'more-than-left'],
  }),
  'hand-backs': read({
    input: z.strictObject({ assignmentId: z.uuid() }),
    output: z.object({
      rows: z.array(
        z.object({
          id: z.uuid(),
          units: z.int(),
          reason: z.string(),
          state: z.enum(['open', 'agreed', 'declined']),
          askedAt: z.string(),
          answer: z.string(),
          decidedAt: z.string().nullable(),
        }),
      ),
    }),
    allow: { ...directing, ...working },
  }),
}
