import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Problem } from '../problem/problem.ts'
import { readProblem } from '../problem/reader.ts'
import { refresh } from './refresh.ts'
import { smallProblem } from '../../../../test/support/small-problems.ts'
import { solve } from '../solve.ts'
import { verify } from '../verify/verify.ts'

function problemOf(hours: Record<string, number>): Problem {
  const read = readProblem({
    days: 5,
    workers: Object.entries(hours).map(([id, minutes]) => ({ id, minutesByDay: [minutes] })),
    packages: [
      { id: 'p', units: 30, unitMinutes: 10, minUnits: 2, maxShare: 0.5 },
      { id: 'q', units: 10, unitMinutes: 10, minUnits: 2 },
    ],
  })
  if (!read.ok) throw new Error('the problem is not well formed')
  return read.problem
}
const unitsOf = (offers: readonly { worker: string; package: string; units: number }[]) =>
  new Map(offers.map((offer) => [`${offer.worker} ${offer.package}`, offer.units]))
const earlier = [
  { worker: 'a', package: 'p', units: 15, byDay: [60, 60, 30, 0, 0] },
  { worker: 'b', package: 'p', units: 15, byDay: [60, 60, 30, 0, 0] },
  { worker: 'c', package: 'q', units: 10, byDay: [60, 40, 0, 0, 0] },
]

test('何も変わらなければ、計画は同じ', () => {
  expect(unitsOf(refresh(problemOf({ a: 60, b: 60, c: 60 }), earlier).offers)).toEqual(unitsOf(earlier))
})

test('一人の時間が減ると、その人の減る分だけがほかの人に移る', () => {
  const plan = refresh(problemOf({ a: 20, b: 60, c: 60 }), earlier)
  expect(unitsOf(plan.offers)).toEqual(
    new Map([
      ['a p', 10],
      ['b p', 15],
      ['c p', 5],
      ['c q', 10],
    ]),
  )
  expect(plan.gap).toBeLessThan(1e-6)
})

test('いなくなった人の分を埋め、埋めきれない分は理由とともに残す', () => {
  const plan = refresh(problemOf({ b: 60, c: 60 }), earlier)
  expect(unitsOf(plan.offers)).toEqual(
    new Map([
      ['b p', 15],
      ['c p', 15],
      ['c q', 10],
    ]),
  )
  expect(refresh(problemOf({ b: 60 }), earlier).unfilled).toMatchObject([{ package: 'p', units: 15 }])
})

test('拠点での挑戦の仕事は、見てくれる人の時間も取る', () => {
  const read = readProblem({
    days: 2,
    workers: [
      { id: 'leader', minutesByDay: [30], skills: { entry: 3 } },
      { id: 'novice', minutesByDay: [60], site: 'west' },
    ],
    packages: [{ id: 'p', units: 6, unitMinutes: 10, skills: { entry: 1 }, onSite: 'west', review: { share: 0.25, skills: { entry: 3 } } }],
    sites: [{ id: 'west', seatMinutesByDay: [100] }],
  })
  if (!read.ok) throw new Error('the problem is not well formed')
  const plan = refresh(read.problem, [{ worker: 'novice', package: 'p', units: 6, byDay: [60, 0] }])
  expect(unitsOf(plan.offers)).toEqual(new Map([['novice p', 6]]))
  expect(plan.reviews).toMatchObject([{ worker: 'leader', minutes: 15 }])
  expect(verify(read.problem, plan)).toEqual([])
})

test('どんな変化のあとも、守るべきことを守り、証明した上限を超えない', () => {
  fc.assert(
    fc.property(smallProblem, fc.nat(5), (problem, gone) => {
      const { offers } = solve(problem, { iterations: 50 })
      const changed: Problem = {
        ...problem,
        workers: problem.workers.map((worker, index) =>
          index === gone ? { ...worker, minutesByDay: worker.minutesByDay.map((minutes) => Math.floor(minutes / 2)) } : worker,
        ),
      }
      const plan = refresh(changed, offers)
      expect(verify(changed, plan)).toEqual([])
      expect(plan.objective.total).toBeLessThanOrEqual(plan.bound)
    }),
    { numRuns: 150 },
  )
})
