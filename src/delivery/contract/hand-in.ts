import { z } from 'zod'
import { read, write } from '../../platform/contract.ts'
import { pageOf, paging } from '../../platform/shapes.ts'
import { working } from '../../people/rules/who-may.ts'
import { file, fileIds, handInStates, reworkCauses, text, unitCount } from './shapes.ts'

/** Agreed work of one worker. Units are the parts of `units`: released, waiting, accepted, toCorrect and left add up to it. */
/** What is still to be paid on a day: what reaches the account by statements, and fees without tax of what will stand on the next one. */
export const comingDay = z.object({ payOn: z.string(), statedYen: z.int(), acceptedYen: z.int(), waitingYen: z.int() })
export type ComingDay = z.output<typeof comingDay>

export const work = z.object({
  id: z.uuid(),
  packageId: z.uuid(),
  title: z.string(),
  unitName: z.string(),
  units: z.int(),
  releasedUnits: z.int(),
  waitingUnits: z.int(),
  acceptedUnits: z.int(),
  toCorrectUnits: z.int(),
  leftUnits: z.int(),
  unitMinutes: z.int(),
  unitPriceYen: z.int(),
  dueOn: z.string(),
  daysLeft: z.int(),
  /** Minutes a day from today until the due date that finish the units left at the standard pace. */
  minutesPerDay: z.int(),
  /** The earliest date by which something has to be corrected. */
  correctBy: z.string().nullable(),
})

/** One hand-in as its worker sees it. */
export const handIn = z.object({
  id: z.uuid(),
  units: z.int(),
  note: z.string(),
  /** The instant of arrival. */
  receivedAt: z.string(),
  /** The day of receipt from which the payment period runs. */
  receivedOn: z.string(),
  state: z.enum(handInStates),
  inspectBy: z.string(),
  payOn: z.string(),
  acceptedOn: z.string().nullable(),
  replaces: z.uuid().nullable(),
  files: z.array(file),
  rework: z
    .object({
      item: z.string(),
      reason: z.string(),
      evidence: z.string(),
      evidenceFile: file.nullable(),
      cause: z.enum(reworkCauses),
      correctBy: z.string(),
      returnedOn: z.string(),
    })
    .nullable(),
})

export const handInEntries = {
  /** Hands in units of agreed work. The arrival is the receipt (受領), whether or not it is inspected. */
  'submit-deliverable': write({
    input: z.strictObject({
      assignmentId: z.uuid(),
      units: unitCount,
      note: text.default(''),
      fileIds,
      /** The returned hand-in that this one corrects. */
      replaces: z.uuid().nullable().default(null),
    }),
    output: z.object({ submissionId: z.uuid(), receivedAt: z.string(), receivedOn: z.string(), inspectBy: z.string(), payOn: z.string() }),
    allow: working,
    refusals: ['more-than-left', 'files-missing', 'nothing-to-correct', 'more-than-returned'],
    refusedAt: { 'more-than-left': 'units', 'more-than-returned': 'units', 'files-missing': 'fileIds' },
  }),
  'my-work': read({
    input: z.strictObject({ ...paging, state: z.enum(['open', 'done']).default('open') }),
    output: pageOf(work),
    allow: working,
  }),
  'my-assignment': read({
    input: z.strictObject({ assignmentId: z.uuid() }),
    output: work.extend({
      orderedOn: z.string(),
      specification: z.string(),
      feeYen: z.int(),
      taxYen: z.int(),
      noticeDocumentId: z.uuid(),
      manualVersion: z.int().nullable(),
      manualVersionRead: z.int().nullable(),
      /** When what is handed in today would be inspected and paid. */
      today: z.object({ receivedOn: z.string(), inspectBy: z.string(), payOn: z.string() }),
      handIns: z.array(handIn),
      questions: z.array(
        z.object({ id: z.uuid(), text: z.string(), askedAt: z.string(), answer: z.string().nullable(), answeredAt: z.string().nullable() }),
      ),
    }),
    allow: working,
  }),
  /** What a worker finds first: work, today's minutes, and the fees that are agreed and not yet due. */
  'my-home': read({
    input: z.strictObject({}),
    output: z.object({
      today: z.string(),
      todayMinutes: z.int(),
      /** The usual minutes of this weekday, without today's exception. */
      usualMinutes: z.int(),
      openOfferCount: z.int(),
      /** Work for which other terms are proposed and wait for an answer. */
      proposedFor: z.uuid().nullable(),
      /** Somebody who applied waits for the interview and finds no work yet. */
      isApplicant: z.boolean(),
      work: z.array(work),
      coming: z.array(comingDay),
      /** Fees without tax of work that is still to do. */
      agreedYen: z.int(),
      openQuestionCount: z.int(),
      answeredQuestionCount: z.int(),
    }),
    allow: working,
  }),
}
