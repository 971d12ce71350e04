import { z } from 'zod'
import { read, write } from '../../platform/contract.ts'
import { day, pageOf, paging } from '../../platform/shapes.ts'
import { delivering, inspecting } from '../rules/who-may.ts'
import { file, handInStates, reworkCauses, text } from './shapes.ts'
import { handIn } from './hand-in.ts'

const said = z.string().trim().min(1).max(2_000)

const waiting = z.object({
  submissionId: z.uuid(),
  packageId: z.uuid(),
  packageTitle: z.string(),
  orderId: z.uuid(),
  orderNumber: z.string(),
  workerName: z.string(),
  units: z.int(),
  unitName: z.string(),
  receivedAt: z.string(),
  receivedOn: z.string(),
  inspectBy: z.string(),
  daysLeft: z.int(),
  isCorrection: z.boolean(),
  /** The reader handed it in: somebody else has to inspect it. */
  isOwn: z.boolean(),
})

const risk = z.object({
  packageId: z.uuid(),
  packageTitle: z.string(),
  orderId: z.uuid(),
  orderNumber: z.string(),
  reason: z.enum(['overdue', 'inspection-late', 'short', 'unplaced']),
  dueOn: z.string(),
  daysLeft: z.int(),
  unitName: z.string(),
  /** Units not yet handed in by the people who agreed to them. */
  leftUnits: z.int(),
  /** Units that nobody has taken. */
  unplacedUnits: z.int(),
  waitingCount: z.int(),
  minutesLeft: z.int(),
  /** Free minutes of those people from today until the due date. */
  freeMinutes: z.int(),
  /** The day on which those minutes would be enough; null when they are not within ninety days. */
  forecastOn: z.string().nullable(),
})

export const inspectionEntries = {
  'accept-deliverable': write({
    input: z.strictObject({ submissionId: z.uuid(), note: text.default('') }),
    output: z.object({ submissionId: z.uuid(), acceptedOn: z.string(), payOn: z.string(), late: z.boolean() }),
    allow: inspecting,
    refusals: ['already-decided', 'own-work'],
  }),
  /** Returns a hand-in for correction. All four are duties: what, why, by which evidence, by when. */
  'return-deliverable': write({
    input: z.strictObject({
      submissionId: z.uuid(),
      item: said,
      reason: said,
      evidence: said,
      evidenceFileId: z.uuid().nullable().default(null),
      cause: z.enum(reworkCauses),
      correctBy: day,
    }),
    output: z.object({ submissionId: z.uuid(), correctBy: z.string() }),
    allow: inspecting,
    refusals: ['already-decided', 'own-work', 'correct-by-past', 'files-missing'],
    refusedAt: { 'correct-by-past': 'correctBy', 'files-missing': 'evidenceFileId' },
  }),
  /** Hand-ins that wait, oldest receipt first, with the share that passed at the first time in the last 90 days. */
  'inspection-queue': read({
    input: z.strictObject({ ...paging, orderId: z.uuid().nullable().default(null), search: z.string().trim().max(100).default('') }),
    output: pageOf(waiting).extend({ lateCount: z.int(), acceptedCount: z.int(), firstPassCount: z.int() }),
    allow: inspecting,
  }),
  inspection: read({
    input: z.strictObject({ submissionId: z.uuid() }),
    output: waiting.extend({
      state: z.enum(handInStates),
      note: z.string(),
      dueOn: z.string(),
      payOn: z.string(),
      assignedUnits: z.int(),
      files: z.array(file),
      specification: z.string(),
      manualVersion: z.int().nullable(),
      checks: z.array(z.object({ step: z.int(), title: z.string(), body: z.string(), ticked: z.boolean() })),
      /** This hand-in and those that it corrects or that corrected it, oldest first. */
      history: z.array(handIn),
      /** The next that waits, to go on with. */
      nextSubmissionId: z.uuid().nullable(),
    }),
    allow: inspecting,
  }),
  'director-home': read({
    input: z.strictObject({}),
    output: z.object({
      risks: z.array(risk),
      riskCount: z.int(),
      orders: z.object({ preparing: z.int(), running: z.int(), delivered: z.int(), accepted: z.int() }),
      waitingCount: z.int(),
      lateCount: z.int(),
      oldestSubmissionId: z.uuid().nullable(),
      openQuestionCount: z.int(),
      returnedDeliveryCount: z.int(),
      /** Orders of which accepted units are not delivered yet. */
      deliverable: z.array(
        z.object({
          orderId: z.uuid(),
          orderNumber: z.string(),
          title: z.string(),
          clientName: z.string(),
          dueOn: z.string(),
          units: z.int(),
        }),
      ),
    }),
    allow: delivering,
  }),
  'leader-home': read({
    input: z.strictObject({}),
    output: z.object({
      waiting: z.array(waiting),
      waitingCount: z.int(),
      lateCount: z.int(),
      questions: z.array(z.object({ id: z.uuid(), packageId: z.uuid(), packageTitle: z.string(), text: z.string(), askedAt: z.string() })),
      acceptedCount: z.int(),
      firstPassCount: z.int(),
    }),
    allow: inspecting,
  }),
}
