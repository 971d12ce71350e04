import { expect, test } from 'vitest'
import { readProblem } from '../rules/problem-reader.ts'
import { solve } from '../rules/solve.ts'
import { changed, outcomeOf, type Change } from './what-if.ts'

const read = readProblem({
  days: 10,
  workers: [
    { id: 'able', minutesByDay: [60], skills: { cad: 2 } },
    { id: 'near', minutesByDay: [60], skills: { cad: 1 } },
    { id: 'far', minutesByDay: [120] },
  ],
  packages: [{ id: 'draw', units: 60, unitMinutes: 10, dueDay: 3, skills: { cad: 2 } }],
})
if (!read.ok) throw new Error('the problem is not well formed')
const { problem } = read
const plan = solve(problem)
const left = (change: Change) => outcomeOf(solve(changed(problem, plan, 'draw', change)), 'draw').units

test('いまは24だけ割り振れる', () => {
  expect(outcomeOf(plan, 'draw')).toEqual({ units: 36, minutes: 240 })
})

test('一人がスキルを得ると、近い人から数えて24増える', () => {
  expect(left({ kind: 'train', skill: 'cad', level: 2, people: 1 })).toBe(12)
  expect(left({ kind: 'train', skill: 'cad', level: 2, people: 2 })).toBe(0)
})

test('納期が4日延びると24増える', () => {
  expect(left({ kind: 'due', days: 4 })).toBe(12)
})

test('席を増やすと、開いている日の席の時間が増える', () => {
  const onSite = readProblem({ days: 2, workers: [{ id: 'w', site: 's', minutesByDay: [900] }], packages: [{ id: 'p', units: 16, unitMinutes: 60, dueDay: 1, onSite: 's' }], sites: [{ id: 's', seatMinutesByDay: [480, 0] }] })
  if (!onSite.ok) throw new Error('the problem is not well formed')
  const before = solve(onSite.problem)
  expect(outcomeOf(before, 'p').units).toBe(8)
  expect(outcomeOf(solve(changed(onSite.problem, before, 'p', { kind: 'seats', seats: 1 })), 'p').units).toBe(1)
})
