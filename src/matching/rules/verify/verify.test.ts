import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Plan } from '../problem/plan.ts'
import type { Problem } from '../problem/problem.ts'
import { mustRead, smallProblem } from '../../../../test/support/small-problems.ts'
import { solve } from '../solve.ts'
import { verify, type ViolationCode } from './verify.ts'

/** Three people and four packages in which every kind of constraint has a part; w3 reviews the growth work of w2. */
const problem = mustRead({
  days: 3,
  workers: [
    { id: 'w1', site: 'east', minutesByDay: [60], maxMinutes: 150, skills: { entry: 2 }, equipment: ['pc'] },
    { id: 'w2', site: 'east', minutesByDay: [60], skills: { entry: 1 }, equipment: ['pc'] },
    { id: 'w3', minutesByDay: [60], skills: { entry: 3 } },
  ],
  packages: [
    {
      id: 'home',
      units: 10,
      unitMinutes: 10,
      skills: { entry: 2 },
      equipment: ['pc'],
      minUnits: 2,
      maxShare: 0.7,
      review: { share: 0.2, skills: { entry: 3 } },
    },
    { id: 'seat', units: 4, unitMinutes: 10, releaseDay: 1, dueDay: 1, onSite: 'east' },
    { id: 'whole', units: 2, unitMinutes: 5, indivisible: true },
    { id: 'kept', units: 3, unitMinutes: 10, dueDay: 0 },
  ],
  sites: [
    { id: 'east', seatMinutesByDay: [40] },
    { id: 'west', seatMinutesByDay: [40] },
  ],
  pairs: [{ worker: 'w3', package: 'whole', unitMinutes: 7 }],
  accepted: [{ worker: 'w1', package: 'kept', units: 2 }],
})

/** A plan written by hand, so that a fault of the solver cannot hide one of the verifier. */
const plan = {
  offers: [
    { worker: 'w1', package: 'home', units: 5, minutes: 50, byDay: [40, 10, 0], why: [] },
    { worker: 'w2', package: 'home', units: 5, minutes: 50, byDay: [50, 0, 0], why: [] },
    { worker: 'w1', package: 'seat', units: 3, minutes: 30, byDay: [0, 30, 0], why: [] },
    { worker: 'w3', package: 'whole', units: 2, minutes: 14, byDay: [0, 14, 0], why: [] },
  ],
  reviews: [{ worker: 'w3', package: 'home', for: 'w2', minutes: 10, byDay: [0, 10, 0] }],
  acceptedByDay: [{ worker: 'w1', package: 'kept', byDay: [20, 0, 0] }],
  unfilled: [
    { package: 'seat', units: 1, reason: { gate: 'lot', need: {}, shortMinutes: 10, municipality: null } },
    { package: 'kept', units: 1, reason: { gate: 'hours', need: {}, shortMinutes: 10, municipality: null } },
  ],
  overloads: [],
  objective: { work: 140, fairness: 0, continuity: 0, risk: 0, total: 140 },
  bound: 150,
} satisfies Parameters<typeof verify>[1]

type Verified = Parameters<typeof verify>[1]
type Change = { readonly problem?: (problem: Problem) => Problem; readonly plan?: (plan: Verified) => Verified }

const offerAt = (index: number, change: Partial<Plan['offers'][number]>) => ({
  plan: (from: Verified) => ({ ...from, offers: from.offers.map((offer, at) => (at === index ? { ...offer, ...change } : offer)) }),
})
const more = (offer: Omit<Plan['offers'][number], 'why'>) => ({
  plan: (from: Verified) => ({ ...from, offers: [...from.offers, { ...offer, why: [] }] }),
})
const reviewed = (change: Partial<Plan['reviews'][number]>) => ({
  plan: (from: Verified) => ({ ...from, reviews: plan.reviews.map((review) => ({ ...review, ...change })) }),
})
const people = (id: string, change: Partial<Problem['workers'][number]>) => ({
  problem: (from: Problem) => ({ ...from, workers: from.workers.map((worker) => (worker.id === id ? { ...worker, ...change } : worker)) }),
})
const work = (id: string, change: Partial<Problem['packages'][number]>) => ({
  problem: (from: Problem) => ({ ...from, packages: from.packages.map((pack) => (pack.id === id ? { ...pack, ...change } : pack)) }),
})

/** One change for each violation that a plan of a programme can have, made from its name. */
const broken: Readonly<Record<Exclude<ViolationCode, 'not-allowed-pair'>, readonly Change[]>> = {
  'unknown-worker': [offerAt(0, { worker: 'w9' }), reviewed({ worker: 'w9' })],
  'unknown-package': [offerAt(0, { package: 'p9' }), reviewed({ package: 'p9' })],
  'repeated-offer': [more({ worker: 'w1', package: 'home', units: 2, minutes: 20, byDay: [0, 0, 20] })],
  'repeats-accepted': [more({ worker: 'w1', package: 'kept', units: 1, minutes: 10, byDay: [0, 10, 0] })],
  'not-integer': [
    offerAt(0, { units: 4.5 }),
    offerAt(0, { units: 0 }),
    offerAt(0, { byDay: [40.5, 9.5, 0] }),
    offerAt(0, { byDay: [60, -10, 0] }),
    reviewed({ byDay: [0.5, 9.5, 0] }),
  ],
  skill: [
    people('w1', { skills: {} }),
    work('home', { review: null }),
    work('home', { skills: { entry: 3, cad: 1 } }),
    work('home', { skills: { constructor: 1, entry: 3 } }),
  ],
  equipment: [people('w1', { equipment: [] })],
  site: [people('w1', { site: null }), work('seat', { onSite: 'west' })],
  forbidden: [
    {
      problem: (from) => ({
        ...from,
        pairs: [{ worker: 'w1', package: 'home', unitMinutes: null, value: null, cost: null, forbidden: true }],
      }),
    },
  ],
  declined: [{ problem: (from) => ({ ...from, declined: [{ worker: 'w1', package: 'home' }] }) }],
  'lot-too-small': [work('home', { minUnits: 6 }), work('seat', { minUnits: 4 })],
  'lot-too-large': [work('home', { maxShare: 0.49 }), work('seat', { maxShare: 0.5 })],
  divided: [work('whole', { units: 3 })],
  'too-many-units': [
    work('home', { units: 9 }),
    { problem: (from) => ({ ...from, accepted: [{ worker: 'w1', package: 'kept', units: 4 }] }) },
  ],
  'wrong-minutes': [offerAt(3, { minutes: 10, byDay: [0, 10, 0] }), work('home', { unitMinutes: 9 })],
  'wrong-sum-of-days': [offerAt(0, { byDay: [40, 11, 0] }), offerAt(0, { byDay: [] }), reviewed({ byDay: [0, 11, 0] })],
  'outside-window': [
    work('home', { releaseDay: 1 }),
    work('home', { dueDay: 0 }),
    offerAt(0, { byDay: [40, 0, 0, 10] }),
    offerAt(2, { byDay: [0, 20, 10] }),
  ],
  'too-many-minutes-on-day': [
    people('w1', { minutesByDay: [59, 60, 60] }),
    people('w3', { minutesByDay: [60, 23, 60] }),
    offerAt(0, { byDay: [41, 9, 0] }),
  ],
  'over-ceiling': [people('w1', { maxMinutes: 99 }), people('w3', { maxMinutes: 23 })],
  'too-many-seat-minutes': [{ problem: (from) => ({ ...from, sites: [{ id: 'east', seatMinutesByDay: [40, 29, 40] }] }) }],
  'review-missing': [
    { plan: (from) => ({ ...from, reviews: [] }) },
    reviewed({ minutes: 9, byDay: [0, 9, 0] }),
    people('w1', { skills: { entry: 1 } }),
  ],
  'review-without-offer': [
    reviewed({ for: 'w3' }),
    { plan: (from) => ({ ...from, offers: from.offers.filter((offer) => offer.worker !== 'w2') }) },
  ],
  'reviewer-not-able': [people('w3', { skills: { entry: 2 } }), reviewed({ worker: 'w2' })],
  'accepted-wrong': [
    { plan: (from) => ({ ...from, acceptedByDay: [{ worker: 'w1', package: 'kept', byDay: [10, 10, 0] }] }) },
    { plan: (from) => ({ ...from, acceptedByDay: [{ worker: 'w1', package: 'kept', byDay: [21, 0, 0] }] }) },
    { plan: (from) => ({ ...from, acceptedByDay: [...plan.acceptedByDay, ...plan.acceptedByDay] }) },
    { plan: (from) => ({ ...from, acceptedByDay: [...plan.acceptedByDay, { worker: 'w2', package: 'kept', byDay: [10, 0, 0] }] }) },
  ],
  'accepted-displaced': [
    {
      plan: (from) => ({
        ...from,
        acceptedByDay: [{ worker: 'w1', package: 'kept', byDay: [10, 0, 0] }],
        overloads: [{ kind: 'accepted-hours', worker: 'w1', package: null, shortMinutes: 10 }],
      }),
    },
    {
      problem: (from) => ({ ...from, accepted: [{ worker: 'w1', package: 'kept', units: 3 }] }),
      plan: (from) => ({ ...from, acceptedByDay: [] }),
    },
  ],
  'overload-wrong': [
    { plan: (from) => ({ ...from, overloads: [{ kind: 'accepted-hours', worker: 'w1', package: null, shortMinutes: 10 }] }) },
    { plan: (from) => ({ ...from, overloads: [{ kind: 'accepted-ceiling', worker: 'w2', package: null, shortMinutes: 10 }] }) },
    {
      ...people('w1', { minutesByDay: [50, 60, 60] }),
      plan: (from) => ({ ...from, acceptedByDay: [{ worker: 'w1', package: 'kept', byDay: [10, 0, 0] }] }),
    },
  ],
  'unfilled-wrong': [
    { plan: (from) => ({ ...from, unfilled: [] }) },
    { plan: (from) => ({ ...from, unfilled: [...plan.unfilled, ...plan.unfilled] }) },
    { plan: (from) => ({ ...from, unfilled: plan.unfilled.map((one) => ({ ...one, units: 2 })) }) },
    work('home', { units: 11 }),
  ],
  'bound-below-plan': [{ plan: (from) => ({ ...from, bound: 139 }) }],
  'wrong-total': [
    { plan: (from) => ({ ...from, objective: { ...plan.objective, work: 141, total: 141 } }) },
    { plan: (from) => ({ ...from, objective: { ...plan.objective, total: 141 } }) },
    work('seat', { priority: 2 }),
    {
      problem: (from) => ({
        ...from,
        pairs: [...from.pairs, { worker: 'w1', package: 'home', unitMinutes: null, value: 2, cost: null, forbidden: false }],
      }),
    },
  ],
}

describe('検算', () => {
  it('正しい計画には何も言わない。引き受け済みの日が書かれていなくても同じ', () => {
    expect(verify(problem, plan)).toEqual([])
    expect(verify(problem, { ...plan, acceptedByDay: [] })).toEqual([])
  })

  it.each(Object.entries(broken).flatMap(([code, changes]) => changes.map((change, index) => [code, index, change] as const)))(
    '%s を見つける（%i）',
    (code, _, change) => {
      const found = verify(change.problem?.(problem) ?? problem, change.plan?.(plan) ?? plan)
      expect(found.map((violation) => violation.code)).toContain(code)
      for (const violation of found) expect(violation.path).not.toBe('')
    },
  )

  it('どの問題の計画でも、数を1つ変えれば必ず気づく', () => {
    fc.assert(
      fc.property(smallProblem, fc.nat(), fc.constantFrom(-1, 1, 0.5), (drawn, at, by) => {
        const good: Plan = solve(drawn, { iterations: 50 })
        expect(verify(drawn, good)).toEqual([])
        const places = numbersOf(good)
        const place = places[at % Math.max(1, places.length)]
        if (place === undefined) return
        expect(verify(drawn, changedAt(good, place, by))).not.toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('どの問題の計画でも、依頼か確認か残りを1つ消せば必ず気づく', () => {
    fc.assert(
      fc.property(
        smallProblem,
        fc.nat(),
        fc.constantFrom('offers' as const, 'reviews' as const, 'unfilled' as const),
        (drawn, at, list) => {
          const good = solve(drawn, { iterations: 50 })
          const rows: readonly unknown[] = good[list]
          if (rows.length === 0) return
          expect(verify(drawn, { ...good, [list]: rows.filter((_, index) => index !== at % rows.length) })).not.toEqual([])
        },
      ),
      { numRuns: 200 },
    )
  })
})

type NumberPlace = { readonly list: 'offers' | 'reviews'; readonly row: number; readonly key: 'units' | 'minutes' | number }

/** Every count of units and minutes that a plan holds. */
function numbersOf(from: Plan): NumberPlace[] {
  const places = (list: 'offers' | 'reviews', row: number, byDay: readonly number[]): NumberPlace[] => [
    ...(list === 'offers' ? [{ list, row, key: 'units' as const }] : []),
    { list, row, key: 'minutes' },
    ...byDay.map((_, key) => ({ list, row, key })),
  ]
  return [
    ...from.offers.flatMap((one, row) => places('offers', row, one.byDay)),
    ...from.reviews.flatMap((one, row) => places('reviews', row, one.byDay)),
  ]
}

function changedAt(from: Plan, { key, list, row }: NumberPlace, by: number): Plan {
  const change = <Row extends { readonly minutes: number; readonly byDay: readonly number[] }>(one: Row): Row => {
    if (typeof key === 'number') return { ...one, byDay: one.byDay.map((minutes, day) => (day === key ? minutes + by : minutes)) }
    return key === 'minutes' ? { ...one, minutes: one.minutes + by } : one
  }
  const units = (one: Plan['offers'][number]) => (key === 'units' ? { ...one, units: one.units + by } : change(one))
  return {
    ...from,
    offers: from.offers.map((one, index) => (list === 'offers' && index === row ? units(one) : one)),
    reviews: from.reviews.map((one, index) => (list === 'reviews' && index === row ? change(one) : one)),
  }
}
