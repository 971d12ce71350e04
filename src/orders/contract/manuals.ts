import { z } from 'zod'
import { read, write } from '../../platform/contract.ts'
import { pageOf, paging } from '../../platform/shapes.ts'
import { manualStep } from '../rules/manual-step.ts'
import { working } from '../../people/rules/who-may.ts'
import { leading } from '../rules/who-may.ts'

const steps = z.array(manualStep).max(100)
const text = z.string().trim().min(1).max(2_000)

const question = z.object({
  id: z.uuid(),
  packageId: z.uuid(),
  packageTitle: z.string(),
  orderNumber: z.string(),
  step: z.int().nullable(),
  text: z.string(),
  askedAt: z.string(),
  /** Null where the reader may not know who asked. */
  workerName: z.string().nullable(),
  answer: z.string().nullable(),
  answeredAt: z.string().nullable(),
  isShared: z.boolean(),
  isOwn: z.boolean(),
})

export const manualEntries = {
  'save-manual': write({
    input: z.strictObject({ packageId: z.uuid(), steps }),
    output: z.object({ packageId: z.uuid() }),
    allow: leading,
    refusals: ['package-closed', 'picture-missing'],
    refusedAt: { 'picture-missing': 'steps' },
  }),
  'publish-manual': write({
    input: z.strictObject({ packageId: z.uuid(), steps: steps.min(1), changes: z.string().trim().max(1_000) }),
    output: z.object({ packageId: z.uuid(), version: z.int() }),
    allow: leading,
    refusals: ['package-closed', 'changes-missing', 'picture-missing'],
    refusedAt: { 'changes-missing': 'changes', 'picture-missing': 'steps' },
  }),
  'mark-manual-read': write({
    input: z.strictObject({ packageId: z.uuid(), version: z.int().min(1).max(100_000), checked: z.array(z.int().min(0).max(99)).max(100) }),
    output: z.object({ packageId: z.uuid() }),
    allow: working,
  }),
  'ask-question': write({
    input: z.strictObject({ packageId: z.uuid(), step: z.int().min(0).max(99).nullable(), text }),
    output: z.object({ questionId: z.uuid() }),
    allow: working,
  }),
  'answer-question': write({
    input: z.strictObject({ questionId: z.uuid(), answer: text, share: z.boolean() }),
    output: z.object({ questionId: z.uuid() }),
    allow: leading,
    refusals: ['question-answered'],
  }),
  /** For workers who were offered or do the work, and for those who lead it. `version` null asks for the newest. */
  manual: read({
    input: z.strictObject({ packageId: z.uuid(), version: z.int().min(1).max(100_000).nullable().default(null) }),
    output: z.object({
      packageId: z.uuid(),
      title: z.string(),
      specification: z.string(),
      version: z.int().nullable(),
      changes: z.string(),
      publishedAt: z.string().nullable(),
      steps: z.array(manualStep),
      versions: z.array(z.object({ version: z.int(), changes: z.string(), publishedAt: z.string() })),
      /** Null for those who do not work on it. */
      reading: z.object({ version: z.int().nullable(), checked: z.array(z.int()) }).nullable(),
      questions: z.array(question),
    }),
    allow: { ...leading, ...working },
  }),
  'manual-draft': read({
    input: z.strictObject({ packageId: z.uuid() }),
    output: z.object({ steps: z.array(manualStep), savedAt: z.string().nullable(), publishedVersion: z.int().nullable() }),
    allow: leading,
  }),
  questions: read({
    input: z.strictObject({ ...paging, state: z.enum(['open', 'answered']).default('open'), packageId: z.uuid().nullable().default(null) }),
    output: pageOf(question),
    allow: leading,
  }),
}
