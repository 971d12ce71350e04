import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canBeDone } from '../../../../test/support/exact-model.ts'
import { brokenOffers } from './holding.ts'
import type { Problem } from '../problem/problem.ts'
import { readProblem } from '../problem/reader.ts'
import { smallProblem } from '../../../../test/support/small-problems.ts'
import { solve } from '../solve.ts'

const withoutReviews = smallProblem.map((problem): Problem => ({
  ...problem,
  packages: problem.packages.map((pack) => ({ ...pack, review: null })),
}))

function problemOf(given: { minutes?: number; units?: number; level?: number; seats?: number } = {}): Problem {
  const { minutes = 60, units = 20, level = 1, seats = 480 } = given
  const read = readProblem({
    days: 4,
    workers: [{ id: 'a', minutesByDay: [minutes], skills: { entry: level }, site: 's' }],
    packages: [
      { id: 'late', units, unitMinutes: 6, dueDay: 3, skills: { entry: 1 } },
      { id: 'soon', units: 10, unitMinutes: 6, dueDay: 1, skills: {} },
      { id: 'here', units: 10, unitMinutes: 6, dueDay: 3, onSite: 's' },
    ],
    sites: [{ id: 's', seatMinutesByDay: [seats] }],
  })
  if (!read.ok) throw new Error('the problem is not well formed')
  return read.problem
}
const earlier = [
  { worker: 'a', package: 'late', units: 20, byDay: [0, 0, 60, 60] },
  { worker: 'a', package: 'soon', units: 10, byDay: [60, 0, 0, 0] },
  { worker: 'a', package: 'here', units: 10, byDay: [0, 60, 0, 0] },
]
const broken = (problem: Problem) => brokenOffers(problem, earlier).map((each) => [each.package, each.reason])

test('何も変わらなければ、どの打診も成り立つ', () => {
  expect(broken(problemOf())).toEqual([])
  fc.assert(
    fc.property(withoutReviews, (problem) => {
      expect(brokenOffers(problem, solve(problem, { iterations: 100 }).offers)).toEqual([])
    }),
    { numRuns: 200 },
  )
})

test('成り立たない理由を、最初の妨げで言う', () => {
  expect(broken(problemOf({ level: 0 }))).toEqual([['late', 'skill']])
  expect(broken(problemOf({ units: 19 }))).toEqual([['late', 'units']])
  expect(broken(problemOf({ seats: 0 }))).toEqual([['here', 'seats']])
  const problem = problemOf()
  expect(broken({ ...problem, workers: [] })).toEqual([
    ['soon', 'person'],
    ['late', 'person'],
    ['here', 'person'],
  ])
  expect(broken({ ...problem, packages: problem.packages.slice(0, 2) })).toEqual([['here', 'work']])
  expect(broken({ ...problem, declined: [{ worker: 'a', package: 'soon' }] })).toEqual([['soon', 'declined']])
  expect(broken({ ...problem, workers: problem.workers.map((worker) => ({ ...worker, maxMinutes: 200 })) })).toEqual([['here', 'ceiling']])
})

test('時間が減ると、納期の早い打診から残す', () => {
  expect(broken(problemOf({ minutes: 45 }))).toEqual([['here', 'hours']])
  expect(broken(problemOf({ minutes: 20 }))).toEqual([
    ['soon', 'hours'],
    ['late', 'hours'],
  ])
})

test('もう決まっている組は、数が足りるあいだ成り立つ', () => {
  const problem = problemOf()
  const accept = (units: number): Problem => ({ ...problem, accepted: [{ worker: 'a', package: 'soon', units }] })
  expect(broken(accept(10))).toEqual([])
  expect(broken(accept(9))).toEqual([['soon', 'units']])
})

test('成り立つと言った打診は、変わった条件でもいっしょにできる', () => {
  fc.assert(
    fc.property(withoutReviews, fc.array(fc.constantFrom(0, 30, 60, 120), { minLength: 6, maxLength: 6 }), (problem, minutesByDay) => {
      const { offers } = solve(problem, { iterations: 50 })
      const changed: Problem = {
        ...problem,
        accepted: [],
        workers: problem.workers.map((worker, index) => (index % 2 === 0 ? { ...worker, minutesByDay } : worker)),
      }
      const gone = new Set(brokenOffers(changed, offers).map((each) => `${each.worker} ${each.package}`))
      expect(
        canBeDone(
          changed,
          offers.filter((offer) => !gone.has(`${offer.worker} ${offer.package}`)),
        ),
      ).toBe(true)
    }),
    { numRuns: 100 },
  )
})
