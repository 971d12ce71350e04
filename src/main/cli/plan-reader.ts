import type { ExplainedPlan } from '../../matching/rules/answer/explain.ts'
import type { PlanToVerify } from '../../matching/rules/verify/verify.ts'
import { type Place, checkObject, isAbsent, placeAt, readEntries, readList, readNumber, readOptional, readText } from './reader.ts'

const limits = { offers: 10_000_000, days: 1000, text: 200 } as const

/**
 * A plan for the verifier. Only what the verifier looks at is read, so that plans of other programs may carry more; figures may be
 * wrong in any way that is still a number, because saying so is the verifier's work.
 */
export function readPlan(place: Place): PlanToVerify | undefined {
  return isPlan(place, place.value) ? place.value : undefined
}

/** Notes a fault for every part of the wrong shape; without faults the value is a plan. */
function isPlan(place: Place, value: unknown): value is PlanToVerify {
  const before = place.faults.length
  checkObject(place)
  const list = placeAt(place, 'offers')
  for (const offer of readList(list, limits.offers) ?? []) checkWork(offer, ['worker', 'package'], ['units', 'minutes'], true)
  for (const unfilled of readList(placeAt(place, 'unfilled'), limits.offers) ?? []) checkWork(unfilled, ['package'], ['units'], false)
  const objective = placeAt(place, 'objective')
  checkObject(objective)
  for (const key of ['work', 'total']) readNumber(placeAt(objective, key))
  readNumber(placeAt(place, 'bound'))
  const reviewTexts = ['worker', 'package', 'for']
  for (const review of optionalList(placeAt(place, 'reviews'))) checkWork(review, reviewTexts, ['minutes'], true)
  for (const accepted of optionalList(placeAt(place, 'acceptedByDay'))) checkWork(accepted, ['worker', 'package'], [], true)
  for (const overload of optionalList(placeAt(place, 'overloads'))) checkWork(overload, ['worker', 'kind'], ['shortMinutes'], false)
  return place.faults.length === before && typeof value === 'object'
}

/** A plan for an explanation: what has been given out, and prices and standby where the plan has them. */
export function readExplainedPlan(place: Place): ExplainedPlan | undefined {
  const plan = readPlan(place)
  const prices = placeAt(place, 'prices')
  const packagePrices = isAbsent(prices) ? {} : readTable(placeAt(prices, 'package'), readNumber)
  const standby = readOptional(placeAt(place, 'standby'), (table) => readTable(table, readTexts), {})
  if (!plan || !packagePrices || !standby) return undefined
  const { acceptedByDay = [], offers, reviews = [] } = plan
  return { offers, reviews, acceptedByDay, prices: { package: packagePrices, site: {}, municipality: {} }, standby }
}

function readTexts(place: Place): readonly string[] | undefined {
  return readList(place, limits.offers)?.flatMap((item) => readText(item, limits.text) ?? [])
}

function readTable<Value>(place: Place, read: (place: Place) => Value | undefined): Record<string, Value> | undefined {
  const entries = readEntries(place, limits.offers)
  return (
    entries &&
    Object.fromEntries(
      entries.flatMap(([key, item]) => {
        const value = read(item)
        return value === undefined ? [] : [[key, value] as const]
      }),
    )
  )
}

function optionalList(place: Place): readonly Place[] {
  return isAbsent(place) ? [] : (readList(place, limits.offers) ?? [])
}

function checkWork(place: Place, texts: readonly string[], numbers: readonly string[], byDay: boolean): void {
  checkObject(place)
  for (const key of texts) readText(placeAt(place, key), limits.text)
  for (const key of numbers) readNumber(placeAt(place, key))
  if (!byDay) return
  for (const day of readList(placeAt(place, 'byDay'), limits.days) ?? []) readNumber(day)
}
