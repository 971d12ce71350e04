import { z } from 'zod'
import { read, write } from '../../platform/contract.ts'
import { pageOf, paging } from '../../platform/shapes.ts'
import { receiving } from '../../sales/rules/who-may.ts'
import { delivering } from '../rules/who-may.ts'
import { file, fileIds, text } from './shapes.ts'

export const clientDeliveryStates = ['waiting', 'accepted', 'returned'] as const

const deliveryRow = z.object({
  id: z.uuid(),
  number: z.string(),
  orderId: z.uuid(),
  orderNumber: z.string(),
  title: z.string(),
  message: z.string(),
  deliveredOn: z.string(),
  state: z.enum(clientDeliveryStates),
  documentId: z.uuid().nullable(),
  certificateId: z.uuid().nullable(),
  answeredOn: z.string().nullable(),
  /** The client's words with the acceptance or the return. */
  answer: z.string(),
  lines: z.array(z.object({ packageId: z.uuid(), title: z.string(), unitName: z.string(), units: z.int() })),
  files: z.array(file),
})

const clientStages = ['preparing', 'working', 'checking', 'to-accept', 'finished'] as const

export const clientEntries = {
  'deliver-order': write({
    input: z.strictObject({
      orderId: z.uuid(),
      message: text.default(''),
      lines: z
        .array(z.strictObject({ packageId: z.uuid(), units: z.int().min(1).max(10_000_000) }))
        .min(1)
        .max(100),
      fileIds,
    }),
    output: z.object({ deliveryId: z.uuid(), number: z.string(), documentId: z.uuid() }),
    allow: delivering,
    refusals: ['more-than-accepted', 'delivery-waiting', 'order-ended', 'files-missing'],
    refusedAt: { 'more-than-accepted': 'lines', 'files-missing': 'fileIds' },
  }),
  'accept-delivery': write({
    input: z.strictObject({ deliveryId: z.uuid(), comment: text.default('') }),
    output: z.object({ deliveryId: z.uuid(), acceptedOn: z.string(), documentId: z.uuid() }),
    allow: receiving,
    refusals: ['already-answered'],
  }),
  'return-delivery': write({
    input: z.strictObject({ deliveryId: z.uuid(), reason: z.string().trim().min(1).max(2_000) }),
    output: z.object({ deliveryId: z.uuid(), returnedOn: z.string() }),
    allow: receiving,
    refusals: ['already-answered'],
  }),
  /** What a director may deliver of an order now, and what went before. */
  'order-delivery': read({
    input: z.strictObject({ orderId: z.uuid() }),
    output: z.object({
      orderId: z.uuid(),
      orderNumber: z.string(),
      title: z.string(),
      clientName: z.string(),
      state: z.enum(['preparing', 'running', 'delivered', 'accepted', 'cancelled']),
      dueOn: z.string(),
      packages: z.array(
        z.object({
          packageId: z.uuid(),
          title: z.string(),
          unitName: z.string(),
          units: z.int(),
          acceptedUnits: z.int(),
          deliveredUnits: z.int(),
          deliverableUnits: z.int(),
        }),
      ),
      deliveries: z.array(deliveryRow),
    }),
    allow: delivering,
  }),
  'client-home': read({
    input: z.strictObject({}),
    output: z.object({
      deliveries: z.array(deliveryRow),
      orders: z.array(
        z.object({
          id: z.uuid(),
          number: z.string(),
          title: z.string(),
          dueOn: z.string(),
          stage: z.enum(clientStages),
          /** Of all minutes of work that the order needs, the share whose results have passed the operator's inspection. */
          doneNumerator: z.int(),
          doneDenominator: z.int(),
        }),
      ),
    }),
    allow: receiving,
  }),
  'client-deliveries': read({
    input: z.strictObject({ ...paging, state: z.enum(['all', ...clientDeliveryStates]).default('all') }),
    output: pageOf(deliveryRow),
    allow: receiving,
  }),
  'client-delivery': read({
    input: z.strictObject({ deliveryId: z.uuid() }),
    output: deliveryRow,
    allow: receiving,
  }),
}
export type DeliveryRow = z.output<typeof deliveryRow>
