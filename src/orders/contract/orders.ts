import { z } from 'zod'
import { read, write } from '../../platform/contract.ts'
import { day, pageOf, paging } from '../../platform/shapes.ts'
import { describing, directing, following, ordering, overseeing, sendingRepairs } from '../rules/who-may.ts'
import { cancellationReasons, line, orderStates, packageStates, paragraph, progress } from './shapes.ts'

const orderFields = {
  title: line.min(1),
  description: paragraph,
  orderedOn: day,
  dueOn: day,
  /** Without tax. */
  amountYen: z.int().min(0).max(9_999_999_999),
  municipalityId: z.uuid().nullable(),
}
const dueAfterOrder = { path: ['dueOn'], params: { code: 'due-before-order' } }

const orderRow = z.object({
  id: z.uuid(),
  number: z.string(),
  title: z.string(),
  clientId: z.uuid(),
  clientName: z.string(),
  orderedOn: z.string(),
  dueOn: z.string(),
  amountYen: z.int(),
  state: z.enum(orderStates),
  packageCount: z.int(),
  readyCount: z.int(),
  openQuestionCount: z.int(),
  progress,
})

export const packageRow = z.object({
  id: z.uuid(),
  orderId: z.uuid(),
  title: z.string(),
  unitName: z.string(),
  unitMinutes: z.int(),
  unitPriceYen: z.int(),
  dueOn: z.string(),
  state: z.enum(packageStates),
  manualVersion: z.int().nullable(),
  progress,
})

export const orderEntries = {
  'record-order': write({
    input: z.strictObject({ clientId: z.uuid(), ...orderFields }).refine((order) => order.dueOn >= order.orderedOn, dueAfterOrder),
    output: z.object({ orderId: z.uuid(), number: z.string() }),
    allow: ordering,
    refusals: ['client-ended'],
    refusedAt: { 'client-ended': 'clientId' },
  }),
  'change-order': write({
    input: z.strictObject({ orderId: z.uuid(), ...orderFields }).refine((order) => order.dueOn >= order.orderedOn, dueAfterOrder),
    output: z.object({ orderId: z.uuid() }),
    allow: describing,
    refusals: ['order-not-preparing'],
  }),
  /** Whether repairs of this order's packages are offered as soon as they are found, or wait for a director. */
  'set-repair-sending': write({
    input: z.strictObject({ orderId: z.uuid(), areSent: z.boolean() }),
    output: z.object({ orderId: z.uuid() }),
    allow: sendingRepairs,
    refusals: ['order-ended'],
  }),
  /** What client and operator agree after the work began. The amount never falls below what may be invoiced already. */
  'agree-order-change': write({
    input: z.strictObject({
      orderId: z.uuid(),
      dueOn: day,
      amountYen: z.int().min(0).max(9_999_999_999),
      reason: z.string().trim().min(1).max(2_000),
    }),
    output: z.object({ changeId: z.uuid() }),
    allow: ordering,
    refusals: ['order-not-running', 'amount-lowered', 'order-unchanged', 'due-passed'],
    refusedAt: { 'amount-lowered': 'amountYen', 'due-passed': 'dueOn' },
  }),
  'cancel-order': write({
    input: z.strictObject({ orderId: z.uuid(), reason: z.enum(cancellationReasons), note: paragraph.default('') }),
    output: z.object({ orderId: z.uuid(), withdrawnOfferCount: z.int() }),
    allow: ordering,
    refusals: ['order-ended'],
  }),
  /** Delivery moves an order on when it goes to the client and when the client accepts it. */
  'move-order': write({
    input: z.strictObject({ orderId: z.uuid(), to: z.enum(['running', 'delivered', 'accepted']) }),
    output: z.object({ orderId: z.uuid() }),
    allow: directing,
    refusals: ['order-ended'],
  }),
  orders: read({
    input: z.strictObject({
      ...paging,
      search: z.string().trim().max(100).default(''),
      /** `open` comes with the nearest promise first, everything else with the latest first. */
      state: z.enum(['open', 'ended', 'all', ...orderStates]).default('open'),
      clientId: z.uuid().nullable().default(null),
    }),
    output: pageOf(orderRow).extend({ counts: z.record(z.enum(orderStates), z.int()) }),
    allow: overseeing,
  }),
  order: read({
    input: z.strictObject({ orderId: z.uuid() }),
    output: orderRow.extend({
      description: z.string(),
      municipalityId: z.uuid().nullable(),
      municipalityName: z.string().nullable(),
      taxRatePercent: z.int(),
      repairsAreSent: z.boolean(),
      packages: z.array(packageRow),
      changes: z.array(
        z.object({
          id: z.uuid(),
          agreedOn: z.string(),
          amountBeforeYen: z.int(),
          amountAfterYen: z.int(),
          dueBefore: z.string(),
          dueAfter: z.string(),
          reason: z.string(),
        }),
      ),
      cancellation: z.object({ reason: z.enum(cancellationReasons), note: z.string(), cancelledOn: z.string() }).nullable(),
    }),
    allow: following,
  }),
  /** Orders won in the fiscal year of today, by month, without the cancelled ones. */
  'won-orders': read({
    input: z.strictObject({}),
    output: z.object({
      fiscalYear: z.int(),
      orderCount: z.int(),
      amountYen: z.int(),
      months: z.array(z.object({ month: z.string(), orderCount: z.int(), amountYen: z.int() })),
    }),
    allow: overseeing,
  }),
}
