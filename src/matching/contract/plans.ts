import { z } from 'zod'
import { read, write } from '../../platform/contract.ts'
import { planning } from '../rules/who-may.ts'
import { brokenReasons, causes, changeKinds, day, planStates, progress, remedy, shortageGates, skillNeed } from './shapes.ts'

const pair = { workerId: z.uuid(), packageId: z.uuid() }

const planHead = z.object({
  id: z.uuid(),
  kind: z.enum(['whole', 'repair']),
  state: z.enum(planStates),
  cause: z.enum(causes).nullable(),
  packageId: z.uuid().nullable(),
  packageTitle: z.string().nullable(),
  workerName: z.string().nullable(),
  /** Whether the offers wait for a person to hand over promised work. */
  handsOver: z.boolean(),
  /** The plan that this one brings up to date. */
  refreshesId: z.uuid().nullable(),
  from: z.string(),
  days: z.int(),
  offerCount: z.int(),
  askedAt: z.string(),
  finishedAt: z.string().nullable(),
  offeredAt: z.string().nullable(),
})

/** One offer of a plan. Yen without tax; `byDay` are minutes by day from the plan's first day. */
const plannedOffer = z.object({
  ...pair,
  units: z.int(),
  minutes: z.int(),
  feeYen: z.int(),
  byDay: z.array(z.int()),
  isPinned: z.boolean(),
})

export const totals = z.object({
  offers: z.int(),
  people: z.int(),
  packages: z.int(),
  minutes: z.int(),
  feeYen: z.int(),
  /** Reference minutes of everything that is open. */
  openMinutes: z.int(),
  unfilledMinutes: z.int(),
  /** People who want work and have minutes, and those among them who get some. */
  wanting: z.int(),
  freeMinutes: z.int(),
})

const board = planHead.extend({
  fault: z.string().nullable(),
  stopped: z.enum(['finished', 'time-limit', 'asked']).nullable(),
  /** No plan can do more than this part more work; null while there is no result. */
  gap: z.number().nullable(),
  progress: progress.nullable(),
  totals,
  /** Promised work that no longer fits and that its person would hand over. */
  freed: z.array(z.object({ packageId: z.uuid(), title: z.string(), units: z.int(), unitName: z.string(), dueOn: z.string() })),
  packages: z.array(
    z.object({
      packageId: z.uuid(),
      orderId: z.uuid(),
      title: z.string(),
      orderTitle: z.string(),
      unitName: z.string(),
      unitMinutes: z.int(),
      dueOn: z.string(),
      units: z.int(),
      plannedUnits: z.int(),
      people: z.int(),
      byDay: z.array(z.int()),
      /** Probability that offers and people in reserve finish it on time; null without offers. */
      onTime: z.number().nullable(),
    }),
  ),
  people: z.array(
    z.object({
      workerId: z.uuid(),
      name: z.string(),
      municipalityName: z.string(),
      freeByDay: z.array(z.int()),
      plannedByDay: z.array(z.int()),
      promisedByDay: z.array(z.int()),
      wantedMinutes: z.int().nullable(),
      plannedMinutes: z.int(),
      promisedMinutes: z.int(),
    }),
  ),
  offers: z.array(plannedOffer),
  unfilled: z.array(
    z.object({
      packageId: z.uuid(),
      title: z.string(),
      unitName: z.string(),
      units: z.int(),
      minutes: z.int(),
      dueOn: z.string(),
      gate: z.enum(shortageGates),
      skills: z.array(skillNeed),
      remedies: z.array(remedy),
    }),
  ),
  /** Published packages with units left whose due date lies before the plan. */
  overdue: z.array(z.object({ packageId: z.uuid(), title: z.string(), dueOn: z.string(), units: z.int(), unitName: z.string() })),
  overloads: z.array(
    z.object({
      workerId: z.uuid(),
      name: z.string(),
      kind: z.enum(['accepted-hours', 'accepted-seats', 'accepted-ceiling']),
      shortMinutes: z.int(),
    }),
  ),
  rules: z.array(
    z.object({
      ...pair,
      workerName: z.string(),
      packageTitle: z.string(),
      rule: z.enum(['pinned', 'forbidden']),
      units: z.int().nullable(),
    }),
  ),
})
export type Board = z.output<typeof board>

/** A fact behind "why"; every number can be looked up. */
const fact = z.object({
  code: z.enum([
    'skill-met',
    'skill-short',
    'grows',
    'equipment-missing',
    'other-site',
    'same-site',
    'forbidden',
    'declined',
    'no-days',
    'lot-too-large',
    'time-fits',
    'time-full',
    'package-full',
    'wanted',
    'candidates',
    'standby',
    'pinned',
    'at-ceiling',
    'promised',
    'next',
    'no-next',
    'not-in-plan',
  ]),
  holds: z.boolean(),
  skill: z.object({ key: z.string(), nameJa: z.string(), nameEn: z.string() }).nullable(),
  text: z.string().nullable(),
  need: z.number().nullable(),
  have: z.number().nullable(),
})
export type Fact = z.output<typeof fact>

/** One thing that is not as a plan knew it. `before` and `after` are minutes, units or days, by kind. */
const planChange = z.object({
  kind: z.enum(changeKinds),
  workerId: z.uuid().nullable(),
  packageId: z.uuid().nullable(),
  name: z.string(),
  title: z.string(),
  unitName: z.string(),
  before: z.int(),
  after: z.int(),
  dueOn: z.string().nullable(),
})
export type PlanChange = z.output<typeof planChange>
const planChanges = z.object({
  changes: z.array(planChange),
  more: z.int(),
  broken: z.array(z.object({ ...pair, reason: z.enum(brokenReasons) })),
})
export type PlanChanges = z.output<typeof planChanges>

const side = totals.extend({ gap: z.number() })
const comparison = z.object({
  now: side,
  before: side,
  added: z.int(),
  dropped: z.int(),
  changed: z.int(),
  /** The pairs that differ, at most the first 500. */
  rows: z.array(
    z.object({ ...pair, workerName: z.string(), title: z.string(), unitName: z.string(), unitsNow: z.int(), unitsBefore: z.int() }),
  ),
})
export type Comparison = z.output<typeof comparison>

export const planEntries = {
  'ask-for-plan': write({
    input: z.strictObject({ days: z.int().min(7).max(84).default(28), seconds: z.int().min(1).max(120).default(20) }),
    output: z.object({ planId: z.uuid() }),
    allow: planning,
    refusals: ['already-running', 'nothing-to-plan'],
  }),
  /** Begins a plan that keeps what still holds of one that was not offered yet, and seeks only the rest anew. */
  'refresh-plan': write({
    input: z.strictObject({ planId: z.uuid() }),
    output: z.object({ planId: z.uuid() }),
    allow: planning,
    refusals: ['plan-not-open', 'already-running', 'nothing-to-plan'],
  }),
  'stop-plan': write({
    input: z.strictObject({ planId: z.uuid() }),
    output: z.object({ planId: z.uuid() }),
    allow: planning,
    refusals: ['not-running'],
  }),
  'discard-plan': write({
    input: z.strictObject({ planId: z.uuid() }),
    output: z.object({ planId: z.uuid() }),
    allow: planning,
    refusals: ['plan-in-use'],
  }),
  /** Turns the chosen offers of a plan into real ones. All are made, or none. */
  'make-plan-offers': write({
    input: z.strictObject({
      planId: z.uuid(),
      chosen: z.array(z.strictObject(pair)).min(1).max(2_000),
      answerBy: day.nullable().default(null),
      /** The person of the repair has agreed to hand over what no longer fits. */
      agreed: z.boolean().default(false),
    }),
    output: z.object({ planId: z.uuid(), offerIds: z.array(z.uuid()) }),
    allow: planning,
    refusals: [
      'plan-not-open',
      'not-in-plan',
      'not-enough-units',
      'package-not-published',
      'worker-not-available',
      'already-offered',
      'too-long-days',
      'due-passed',
      'answer-day-passed',
      'answer-after-due',
      'hand-over-not-agreed',
      'more-than-left',
      'no-longer-holds',
    ],
    refusedAt: { 'answer-day-passed': 'answerBy', 'answer-after-due': 'answerBy' },
  }),
  /** The next plans keep this pair with these units, whether or not a plan proposed it. */
  'pin-pair': write({
    input: z.strictObject({ ...pair, units: z.int().min(1).max(1_000_000) }),
    output: z.object(pair),
    allow: planning,
    refusals: ['person-not-open', 'work-not-open', 'gate-closed', 'units-do-not-fit'],
    refusedAt: { 'units-do-not-fit': 'units' },
  }),
  /** The next plans never propose the two together. */
  'forbid-pair': write({ input: z.strictObject(pair), output: z.object(pair), allow: planning }),
  'free-pair': write({ input: z.strictObject(pair), output: z.object(pair), allow: planning, refusals: ['no-such-rule'] }),
  plans: read({
    input: z.strictObject({ kind: z.enum(['whole', 'repair']).default('whole'), limit: z.int().min(1).max(100).default(20) }),
    output: z.object({ rows: z.array(planHead) }),
    allow: planning,
  }),
  /** One plan as a board; the newest when none is named, null when there is none. */
  plan: read({
    input: z.strictObject({ planId: z.uuid().nullable().default(null) }),
    output: z.object({ plan: board.nullable(), openPackages: z.int() }),
    allow: planning,
  }),
  /** What has changed since a plan was made that nobody was asked by, what touches its offers first, and the offers that do not hold any more. */
  'plan-changes': read({ input: z.strictObject({ planId: z.uuid() }), output: planChanges, allow: planning }),
  'plan-progress': read({
    input: z.strictObject({ planId: z.uuid() }),
    output: z.object({ state: z.enum(planStates), progress: progress.nullable(), stopAsked: z.boolean(), fault: z.string().nullable() }),
    allow: planning,
  }),
  /** What would follow from one change to the problem of a plan; nothing is kept. */
  'what-if': read({
    input: z.strictObject({
      planId: z.uuid(),
      packageId: z.uuid(),
      change: z.discriminatedUnion('kind', [
        z.strictObject({
          kind: z.literal('train'),
          skill: z.string().min(1).max(100),
          level: z.int().min(1).max(9),
          people: z.int().min(1).max(1_000),
        }),
        /** One level more for these people. */
        z.strictObject({ kind: z.literal('raise'), skill: z.string().min(1).max(100), workerIds: z.array(z.uuid()).min(1).max(50) }),
        z.strictObject({ kind: z.literal('equip'), equipment: z.string().min(1).max(100), people: z.int().min(1).max(1_000) }),
        z.strictObject({ kind: z.literal('due'), dueOn: day }),
        /** Weekdays are 1 Monday … 7 Sunday; null means every day on which the place is open. */
        z.strictObject({
          kind: z.literal('seats'),
          seats: z.int().min(1).max(1_000),
          weekday: z.int().min(1).max(7).nullable().default(null),
        }),
      ]),
    }),
    output: z.object({
      unitsLeft: z.int(),
      unitsBefore: z.int(),
      minutes: z.int(),
      minutesBefore: z.int(),
      unitName: z.string(),
      dueOn: z.string(),
      onTime: z.number().nullable(),
      /** Other work of which more or less is left over than before. */
      others: z.array(z.object({ packageId: z.uuid(), title: z.string(), unitName: z.string(), unitsLeft: z.int(), unitsBefore: z.int() })),
    }),
    allow: planning,
  }),
  /** Two plans side by side; the one before when none is named, null when there is none to compare with. */
  compare: read({
    input: z.strictObject({ planId: z.uuid(), withId: z.uuid().nullable().default(null) }),
    output: z.object({
      comparison: comparison.nullable(),
      withId: z.uuid().nullable(),
    }),
    allow: planning,
  }),
  /** People who lack levels of a skill that a package asks for and have time left, the nearest to it first. */
  learners: read({
    input: z.strictObject({ planId: z.uuid(), packageId: z.uuid(), skill: z.string().min(1).max(100) }),
    output: z.object({
      rows: z.array(z.object({ workerId: z.uuid(), name: z.string(), municipalityName: z.string(), level: z.int(), restMinutes: z.int() })),
    }),
    allow: planning,
  }),
  /** Why this person has this work in a plan, or why not. */
  why: read({
    input: z.strictObject({ planId: z.uuid(), ...pair }),
    output: z.object({
      outcome: z.enum(['offered', 'possible', 'impossible']),
      workerName: z.string(),
      packageTitle: z.string(),
      unitName: z.string(),
      facts: z.array(fact),
      /** Units that the pair may be pinned with; null when a gate is closed or no lot fits beside what is promised. */
      pin: z.object({ least: z.int(), most: z.int() }).nullable(),
    }),
    allow: planning,
  }),
  /** People for "why not": everybody who is not proposed for the package, names in the order of their kana. */
  'other-people': read({
    input: z.strictObject({ planId: z.uuid(), packageId: z.uuid(), search: z.string().trim().max(100).default('') }),
    output: z.object({
      rows: z.array(z.object({ workerId: z.uuid(), name: z.string(), municipalityName: z.string(), standby: z.int().nullable() })),
    }),
    allow: planning,
  }),
}
