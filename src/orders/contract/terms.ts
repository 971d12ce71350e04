import { z } from 'zod'
import { read, write } from '../../platform/contract.ts'
import { day } from '../../platform/shapes.ts'
import { working } from '../../people/rules/who-may.ts'
import { running } from '../../programme/rules/who-may.ts'
import { directing } from '../rules/who-may.ts'
import { line, unitPriceYen } from './shapes.ts'

const reason = z.string().trim().min(1).max(2_000)

const termsChangeStates = ['open', 'agreed', 'declined', 'withdrawn'] as const

/** Other terms for what is left of agreed work. Yen without tax. */
const termsChange = z.object({
  id: z.uuid(),
  assignmentId: z.uuid(),
  units: z.int(),
  unitPriceYen: z.int(),
  dueOn: z.string(),
  reason: z.string(),
  state: z.enum(termsChangeStates),
  newAssignmentId: z.uuid().nullable(),
})

/** What a worker asks of the price, and the answer. */
const priceRequest = z.object({
  id: z.uuid(),
  assignmentId: z.uuid(),
  unitPriceYen: z.int(),
  wantedPriceYen: z.int(),
  reason: z.string(),
  requestedOn: z.string(),
  explanation: z.string().nullable(),
  answeredOn: z.string().nullable(),
  /** The answer proposes another price. */
  isRaised: z.boolean(),
})

export const termsEntries = {
  /** The worker asks for a notice of terms on paper. */
  'request-paper': write({
    input: z.strictObject({ documentId: z.uuid() }),
    output: z.object({ requestId: z.uuid(), sendBy: z.string() }),
    allow: working,
    refusals: ['paper-requested', 'address-missing'],
  }),
  'record-paper-sent': write({
    input: z.strictObject({ requestId: z.uuid(), sentOn: day }),
    output: z.object({ requestId: z.uuid() }),
    allow: running,
    refusals: ['paper-sent', 'sent-before-requested'],
    refusedAt: { 'sent-before-requested': 'sentOn' },
  }),
  'request-price': write({
    input: z.strictObject({ assignmentId: z.uuid(), wantedPriceYen: unitPriceYen, reason }),
    output: z.object({ requestId: z.uuid() }),
    allow: working,
    refusals: ['price-not-higher', 'nothing-left', 'price-request-open'],
    refusedAt: { 'price-not-higher': 'wantedPriceYen' },
  }),
  /** Every request is answered and explained. A price proposes changed terms; null leaves the agreed one. */
  'answer-price-request': write({
    input: z.strictObject({ requestId: z.uuid(), explanation: reason, unitPriceYen: unitPriceYen.nullable() }),
    output: z.object({ requestId: z.uuid() }),
    allow: directing,
    refusals: [
      'price-request-answered',
      'nothing-left',
      'change-open',
      'price-lowered',
      'due-earlier',
      'nothing-changed',
      'due-passed',
      'too-long-days',
    ],
    refusedAt: { 'price-lowered': 'unitPriceYen' },
  }),
  /** Never an edit: if the worker agrees, what is left becomes a contract of its own with a notice of its own. */
  'propose-terms': write({
    input: z.strictObject({ assignmentId: z.uuid(), unitPriceYen, dueOn: day, reason }),
    output: z.object({ changeId: z.uuid() }),
    allow: directing,
    refusals: ['nothing-left', 'change-open', 'price-lowered', 'due-earlier', 'nothing-changed', 'due-passed', 'too-long-days'],
    refusedAt: { 'price-lowered': 'unitPriceYen', 'due-earlier': 'dueOn', 'due-passed': 'dueOn' },
  }),
  'withdraw-terms': write({
    input: z.strictObject({ changeId: z.uuid() }),
    output: z.object({ changeId: z.uuid() }),
    allow: directing,
    refusals: ['change-decided'],
  }),
  /** Declining leaves the agreed terms as they are. */
  'answer-terms': write({
    input: z.strictObject({ changeId: z.uuid(), agree: z.boolean() }),
    output: z.object({ assignmentId: z.uuid(), noticeDocumentId: z.uuid().nullable() }),
    allow: working,
    refusals: ['change-decided', 'change-outdated', 'due-passed', 'terms-incomplete', 'pay-date-too-late'],
  }),
  /** Changes, requests about the price and about paper that belong to one piece of a worker's work. */
  'my-terms': read({
    input: z.strictObject({ assignmentId: z.uuid() }),
    output: z.object({
      changes: z.array(termsChange),
      priceRequests: z.array(priceRequest),
      paper: z.object({ sendBy: z.string(), sentOn: z.string().nullable() }).nullable(),
    }),
    allow: working,
  }),
  /** What workers ask for and somebody has to answer: the open ones oldest first, then the latest answers. */
  'worker-requests': read({
    input: z.strictObject({}),
    output: z.object({
      prices: z.array(priceRequest.extend({ packageId: z.uuid(), title: line, unitName: line, workerName: z.string() })),
      papers: z.array(
        z.object({
          id: z.uuid(),
          documentId: z.uuid(),
          number: z.string(),
          workerName: z.string(),
          postalAddress: z.string(),
          requestedOn: z.string(),
          sendBy: z.string(),
          sentOn: z.string().nullable(),
        }),
      ),
      openCount: z.int(),
    }),
    allow: running,
  }),
}
