import { z } from 'zod'
import type { ExplainedPlan } from '../../matching/rules/answer/explain.ts'
import type { PlanToVerify } from '../../matching/rules/verify/verify.ts'
import { list, type Place, readDraft, table, text, wholeOf } from './reader.ts'

const limits = { offers: 10_000_000, days: 1000, text: 200 } as const

const id = text(limits.text)
const byDay = list(z.number(), limits.days)
const worker = { worker: id, package: id }

// Only what the verifier looks at is read, so that plans of other programs may carry more; figures may be wrong in any way that is still
// a number, because saying so is the verifier's work.
const plan = z.looseObject({
  offers: list(z.looseObject({ ...worker, units: z.number(), minutes: z.number(), byDay }), limits.offers),
  unfilled: list(z.looseObject({ package: id, units: z.number() }), limits.offers),
  objective: z.looseObject({ work: z.number(), total: z.number() }),
  bound: z.number(),
  reviews: list(z.looseObject({ ...worker, for: id, minutes: z.number(), byDay }), limits.offers).default([]),
  acceptedByDay: list(z.looseObject({ ...worker, byDay }), limits.offers).default([]),
  overloads: list(z.looseObject({ worker: id, kind: id, shortMinutes: z.number() }), limits.offers).default([]),
})

const told = z.looseObject({
  prices: z.looseObject({ package: table(z.string(), z.number(), limits.offers) }).default({ package: {} }),
  standby: table(z.string(), list(id, limits.offers), limits.offers).default({}),
})

/** A plan for the verifier. */
export function readPlan(place: Place): PlanToVerify | undefined {
  const before = place.faults.length
  readDraft(place, plan)
  return place.faults.length === before ? (place.value as PlanToVerify) : undefined
}

/** A plan for an explanation: what has been given out, and prices and standby where the plan has them. */
export function readExplainedPlan(place: Place): ExplainedPlan | undefined {
  const read = readPlan(place)
  const more = wholeOf<z.output<typeof told>>(readDraft(place, told))
  if (!read || !more) return undefined
  const { acceptedByDay = [], offers, reviews = [] } = read
  return { offers, reviews, acceptedByDay, prices: { package: more.prices.package, site: {}, municipality: {} }, standby: more.standby }
}
