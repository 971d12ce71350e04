import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { en } from '../../messages.en/engine.ts'
import { type EngineMessages, ja, type ReasonSentences } from '../../messages.ja/engine.ts'
import { explain, type Reason } from './explain.ts'
import type { Plan } from '../problem/plan.ts'
import type { Problem } from '../problem/problem.ts'
import { mustRead, onePair, smallProblem } from '../../../../test/support/small-problems.ts'
import { solve } from '../solve.ts'
import { verify } from '../verify/verify.ts'
import { suppose } from '../replan/what-if.ts'

type ReasonOf<Kind extends Reason['kind']> = Extract<Reason, { readonly kind: Kind }>
type Told = {
  readonly problem: Problem
  readonly plan: Plan
  readonly worker: Problem['workers'][number]
  readonly pack: Problem['packages'][number]
}

function sentence<Kind extends Reason['kind']>(words: EngineMessages, reason: ReasonOf<Kind>, kind: Kind): string {
  const say: ReasonSentences[Kind] = words.reasons[kind]
  return say(reason)
}

const sum = (list: readonly number[]) => list.reduce((all, one) => all + one, 0)
const have = (levels: Readonly<Record<string, number>>, skill: string) => Object.entries(levels).find(([name]) => name === skill)?.[1] ?? 0
const unitMinutes = ({ pack, problem, worker }: Told) =>
  problem.pairs.find((pair) => pair.worker === worker.id && pair.package === pack.id)?.unitMinutes ?? pack.unitMinutes
const lotMinutes = (told: Told) =>
  (told.pack.indivisible ? told.pack.units : Math.min(told.pack.minUnits, told.pack.units)) * unitMinutes(told)
const hoursInWindow = ({ pack, worker }: Told) => sum(worker.minutesByDay.filter((_, day) => day >= pack.releaseDay && day <= pack.dueDay))

/** Minutes that a person does on each day, written down from the plan. */
function busy({ plan, problem }: Told, id: string): number[] {
  const rows = [...plan.offers, ...plan.reviews, ...plan.acceptedByDay].filter((one) => one.worker === id)
  return Array.from({ length: problem.days }, (_, day) => sum(rows.map((one) => one.byDay[day] ?? 0)))
}

function freeDays(told: Told, id: string): number[] {
  const hours = told.problem.workers.find((one) => one.id === id)?.minutesByDay ?? []
  const done = busy(told, id)
  return hours.map((minutes, day) => (day >= told.pack.releaseDay && day <= told.pack.dueDay ? minutes - (done[day] ?? 0) : 0))
}

const given = ({ pack, plan, problem }: Told) => [...plan.offers, ...problem.accepted].filter((one) => one.package === pack.id)

/** What each kind of reason says, worked out again from the raw problem and the plan. */
const truths: { readonly [Kind in Reason['kind']]: (told: Told, reason: ReasonOf<Kind>) => void } = {
  'skill-short': ({ pack, worker }, reason) => {
    expect([reason.had, reason.asked]).toEqual([have(worker.skills, reason.skill), have(pack.skills, reason.skill)])
    expect(reason.had).toBeLessThan(reason.asked)
  },
  'skill-met': ({ pack, worker }, reason) => {
    expect([reason.had, reason.asked]).toEqual([have(worker.skills, reason.skill), have(pack.skills, reason.skill)])
    expect(reason.had).toBeGreaterThanOrEqual(reason.asked)
  },
  'equipment-missing': ({ pack, worker }, reason) =>
    expect(reason.items).toEqual(pack.equipment.filter((item) => !new Set(worker.equipment).has(item))),
  'other-site': ({ pack, worker }, reason) => {
    expect([reason.asked, reason.had]).toEqual([pack.onSite, worker.site])
    expect(reason.asked).not.toBe(reason.had)
  },
  'pair-forbidden': ({ pack, problem, worker }) =>
    expect(problem.pairs.some((pair) => pair.forbidden && pair.worker === worker.id && pair.package === pack.id)).toBe(true),
  'declined-before': ({ pack, problem, worker }) => expect(problem.declined).toContainEqual({ worker: worker.id, package: pack.id }),
  'no-hours-in-window': (told) => expect(hoursInWindow(told)).toBe(0),
  'lot-does-not-fit': (told, reason) => {
    expect([reason.freeMinutes, reason.lotMinutes]).toEqual([hoursInWindow(told), lotMinutes(told)])
    expect(reason.freeMinutes).toBeLessThan(reason.lotMinutes)
  },
  accepted: ({ pack, problem, worker }, reason) =>
    expect(problem.accepted).toContainEqual({ worker: worker.id, package: pack.id, units: reason.units }),
  offered: ({ pack, plan, worker }, reason) => {
    const offer = plan.offers.find((one) => one.worker === worker.id && one.package === pack.id)
    expect([reason.units, reason.minutes, reason.dueDay]).toEqual([offer?.units, offer?.minutes, pack.dueDay])
    expect(sum(offer?.byDay.slice(0, reason.lastDay + 1) ?? [])).toBe(reason.minutes)
    expect(reason.lastDay).toBeLessThanOrEqual(reason.dueDay)
  },
  grows: ({ pack, plan, worker }, reason) => {
    expect(have(pack.skills, reason.skill) - have(worker.skills, reason.skill)).toBe(1)
    const reviews = plan.reviews.filter((one) => one.for === worker.id && one.package === pack.id)
    expect([reason.reviewers, reason.reviewMinutes]).toEqual([reviews.map((one) => one.worker), sum(reviews.map((one) => one.minutes))])
  },
  'hours-taken': (told, reason) => {
    expect([reason.freeMinutes, reason.lotMinutes]).toEqual([sum(freeDays(told, told.worker.id)), lotMinutes(told)])
    expect(reason.freeMinutes).toBeLessThan(reason.lotMinutes)
  },
  'ceiling-reached': (told, reason) => {
    expect(reason.ceiling).toBe(told.worker.maxMinutes)
    expect(reason.lotMinutes).toBe(lotMinutes(told))
    if (reason.minutes > 0) expect(reason.minutes).toBe(sum(busy(told, told.worker.id)))
    expect(reason.ceiling - reason.minutes).toBeLessThan(reason.lotMinutes)
  },
  'all-given': (told, reason) => {
    expect([reason.units, reason.people]).toEqual([told.pack.units, given(told).length])
    expect(sum(given(told).map((one) => one.units))).toBe(told.pack.units)
  },
  'rest-too-small': (told, reason) => {
    expect(reason.unitsLeft).toBe(told.pack.units - sum(given(told).map((one) => one.units)))
    expect(reason.lotUnits * unitMinutes(told)).toBe(lotMinutes(told))
    expect(reason.unitsLeft).toBeLessThan(reason.lotUnits)
  },
  'seats-taken': (told, reason) => {
    const atSite = (id: string) => told.problem.packages.some((one) => one.id === id && one.onSite === reason.site)
    const rows = [...told.plan.offers, ...told.plan.acceptedByDay].filter((one) => atSite(one.package))
    const seats = told.problem.sites.find((one) => one.id === reason.site)?.seatMinutesByDay ?? []
    const left = freeDays(told, told.worker.id).map((minutes, day) =>
      Math.max(0, Math.min(minutes, (seats[day] ?? 0) - sum(rows.map((one) => one.byDay[day] ?? 0)))),
    )
    expect([reason.site, reason.seatMinutesLeft, reason.lotMinutes]).toEqual([told.pack.onSite, sum(left), lotMinutes(told)])
    expect(reason.seatMinutesLeft).toBeLessThan(reason.lotMinutes)
  },
  'reviewers-taken': (told, reason) => {
    const { problem, pack, worker } = told
    const able = problem.workers.filter(
      (one) =>
        one.id !== worker.id && Object.entries(pack.review?.skills ?? {}).every(([skill, level]) => have(one.skills, skill) >= level),
    )
    const free = able.map((one) =>
      Math.min(
        sum(freeDays(told, one.id)),
        one.maxMinutes === null ? Number.POSITIVE_INFINITY : Math.max(0, one.maxMinutes - sum(busy(told, one.id))),
      ),
    )
    expect(reason.freeMinutes).toBe(sum(free))
    expect(reason.freeMinutes).toBeLessThan((pack.review?.share ?? 0) * lotMinutes(told))
  },
  'would-fit': (told, reason) => {
    expect(reason.units).toBeGreaterThan(0)
    expect(reason.units).toBeLessThanOrEqual(told.pack.units - sum(given(told).map((one) => one.units)))
    expect(reason.units * unitMinutes(told)).toBeLessThanOrEqual(sum(freeDays(told, told.worker.id)))
  },
  scarce: (told, reason) => {
    expect(reason.price).toBe(told.plan.prices.package[told.pack.id])
    expect(sum(given(told).map((one) => one.units))).toBe(told.pack.units)
  },
  'next-in-line': ({ pack, plan }, reason) => expect(reason.workers).toEqual(plan.standby[pack.id]),
  'given-to': ({ pack, plan, problem, worker }, reason) => {
    const cost = (id: string) => problem.pairs.find((pair) => pair.worker === id && pair.package === pack.id)?.cost
    expect(plan.offers.some((one) => one.worker === reason.worker && one.package === pack.id)).toBe(true)
    expect([reason.cost, reason.costHere]).toEqual([cost(reason.worker), cost(worker.id)])
  },
  'no-room': (told, reason) => {
    expect([reason.ceiling, reason.minutes]).toEqual([told.worker.maxMinutes, unitMinutes(told)])
    if (reason.usedMinutes > 0)
      expect(reason.usedMinutes).toBe(sum(told.plan.offers.filter((one) => one.worker === told.worker.id).map((one) => one.minutes)))
    expect(reason.usedMinutes + reason.minutes).toBeGreaterThan(reason.ceiling)
  },
}

function expectTrue<Kind extends Reason['kind']>(told: Told, reason: ReasonOf<Kind>, kind: Kind): void {
  truths[kind](told, reason)
  for (const words of [ja, en]) expect(sentence(words, reason, kind)).not.toMatch(/undefined|NaN|null/)
}

function expectAllTrue(problem: Problem, plan: Plan): void {
  for (const worker of problem.workers) {
    for (const pack of problem.packages) {
      const told = { problem, plan, worker, pack }
      const explanation = explain(problem, plan, worker.id, pack.id)
      expect(explanation?.reasons.length).toBeGreaterThan(0)
      expect(explanation?.status === 'offered').toBe(plan.offers.some((one) => one.worker === worker.id && one.package === pack.id))
      for (const reason of explanation?.reasons ?? []) expectTrue(told, reason, reason.kind)
      if (explanation?.status === 'not-possible') expectImpossible(told)
    }
  }
}

/** Whoever is told that work is not possible could not be given the smallest lot of it even if nobody else were there. */
function expectImpossible(told: Told): void {
  const { pack, problem, worker } = told
  const minutes = lotMinutes(told)
  let open = minutes
  const byDay = worker.minutesByDay.map((free, day) => {
    const used = day >= pack.releaseDay && day <= pack.dueDay ? Math.min(open, free) : 0
    open -= used
    return used
  })
  if (open > 0 || minutes === 0) return
  const alone = {
    offers: [{ worker: worker.id, package: pack.id, units: minutes / unitMinutes(told), minutes, byDay, why: [] }],
    unfilled: [],
    objective: { work: 0, total: 0 },
    bound: 0,
  }
  const codes = verify(problem, alone).map((violation) => violation.code)
  expect(codes.filter((code) => ['skill', 'equipment', 'site', 'forbidden', 'declined', 'over-ceiling'].includes(code))).not.toEqual([])
}

describe('説明', () => {
  it('どの理由も、元の数字からもう一度導ける', () => {
    fc.assert(
      fc.property(smallProblem, (problem) => expectAllTrue(problem, solve(problem, { iterations: 100 }))),
      { numRuns: 120 },
    )
  })

  it('費用の割り当てでも、どの理由も元の数字から導ける', () => {
    const table = fc.record({
      people: fc.integer({ min: 1, max: 3 }),
      jobs: fc.integer({ min: 1, max: 5 }),
      numbers: fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 15, maxLength: 15 }),
      room: fc.integer({ min: 4, max: 40 }),
    })
    fc.assert(
      fc.property(table, ({ jobs, numbers, people, room }) => {
        const pairs = numbers.slice(0, people * jobs - 1).map((cost, at) => ({
          worker: `a${at % people}`,
          package: `j${Math.floor(at / people)}`,
          cost,
          unitMinutes: 21 - cost,
          forbidden: cost === 7,
        }))
        const problem = mustRead({
          days: 1,
          objective: 'assignment-cost',
          workers: Array.from({ length: people }, (_, index) => ({ id: `a${index}`, maxMinutes: room })),
          packages: Array.from({ length: jobs }, (_, index) => ({ id: `j${index}`, units: 1 })),
          pairs,
        })
        for (const worker of problem.workers) {
          for (const pack of problem.packages) {
            const plan = solve(problem, { iterations: 20 })
            for (const reason of explain(problem, plan, worker.id, pack.id)?.reasons ?? []) {
              if (reason.kind !== 'pair-forbidden' && reason.kind !== 'offered')
                expectTrue({ problem, plan, worker, pack }, reason, reason.kind)
            }
          }
        }
      }),
      { numRuns: 25 },
    )
  })

  it('知らない人や仕事には答えない', () => {
    const problem = mustRead(onePair())
    expect(explain(problem, solve(problem), 'w9', 'p1')).toBeNull()
  })

  it('一番の理由を先に言う', () => {
    const first = (changes: Parameters<typeof onePair>[0]) => {
      const problem = mustRead(onePair(changes))
      return explain(problem, solve(problem), 'w1', 'p1')?.reasons[0]?.kind
    }
    expect(first({})).toBe('offered')
    expect(first({ worker: { skills: {}, equipment: [] } })).toBe('skill-short')
    expect(first({ worker: { minutesByDay: [0] } })).toBe('no-hours-in-window')
    expect(first({ worker: { minutesByDay: [10, 0, 0, 0, 0] } })).toBe('lot-does-not-fit')
    expect(first({ worker: { maxMinutes: 10 } })).toBe('ceiling-reached')
    expect(first({ pack: { onSite: 'east' }, rest: { sites: [{ id: 'east', seatMinutesByDay: [0] }] } })).toBe('seats-taken')
    expect(first({ worker: { skills: { entry: 1 } }, pack: { review: { share: 0.2, skills: { entry: 3 } } } })).toBe('reviewers-taken')
    expect(first({ rest: { accepted: [{ worker: 'w1', package: 'p1', units: 4 }] } })).toBe('accepted')
  })

  it('研修をしたらどうなるかを答える', () => {
    const problem = mustRead(onePair({ worker: { skills: { entry: 1 } } }))
    const trained = suppose(problem, { kind: 'train', workers: ['w1'], skill: 'entry', levels: 1 })
    expect([problem, trained].map((each) => solve(each).objective.work)).toEqual([0, 100])
  })
})
