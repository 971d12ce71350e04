import { expect, test } from 'vitest'
import { calendarDate } from '../../units/calendar-date.ts'
import { readProblem } from '../rules/problem/reader.ts'
import type { Plan } from '../rules/problem/plan.ts'
import { solve } from '../rules/solve.ts'
import { changed, learners, type Change } from './what-if.ts'

const from = calendarDate('2026-12-01')
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
const unitsLeft = (of: Plan, id: string) => of.unfilled.find((each) => each.package === id)?.units ?? 0
const left = (change: Change) => unitsLeft(solve(changed(problem, plan, 'draw', change, from)), 'draw')

test('いまは24だけ割り振れる', () => {
  expect(unitsLeft(plan, 'draw')).toBe(36)
})

test('一人がスキルを得ると、近い人から数えて24増える', () => {
  expect(learners(problem, plan, 'draw', { skill: 'cad', level: 2 }).map(({ worker, restMinutes }) => [worker.id, restMinutes])).toEqual([
    ['near', 240],
    ['far', 480],
  ])
  expect(left({ kind: 'train', skill: 'cad', level: 2, people: 1 })).toBe(12)
  expect(left({ kind: 'train', skill: 'cad', level: 2, people: 2 })).toBe(0)
})

test('機材を借りた人の空きの分だけ増える。ほかにも足りない人は数えない', () => {
  const bare = readProblem({
    days: 4,
    workers: [
      { id: 'bare', minutesByDay: [60], skills: { cad: 2 } },
      { id: 'novice', minutesByDay: [60] },
    ],
    packages: [{ id: 'draw', units: 60, unitMinutes: 10, dueDay: 3, skills: { cad: 2 }, equipment: ['headset'] }],
  })
  if (!bare.ok) throw new Error('the problem is not well formed')
  const lent = (people: number) =>
    unitsLeft(solve(changed(bare.problem, solve(bare.problem), 'draw', { kind: 'equip', equipment: 'headset', people }, from)), 'draw')
  expect([lent(1), lent(2)]).toEqual([36, 36])
})

test('選んだ人が1レベル上がると、届く人の分だけ増える', () => {
  expect(left({ kind: 'raise', skill: 'cad', workerIds: ['near'] })).toBe(12)
  expect(left({ kind: 'raise', skill: 'cad', workerIds: ['near', 'far'] })).toBe(12)
})

test('納期が4日延びると24増え、早めると減る', () => {
  expect(left({ kind: 'due', dueOn: '2026-12-08' })).toBe(12)
  expect(left({ kind: 'due', dueOn: '2026-12-02' })).toBe(48)
  // A day before the release leaves the first day.
  expect(left({ kind: 'due', dueOn: '2026-11-02' })).toBe(54)
})

test('席を増やすと、選んだ曜日の、開いている日の席の時間だけが増える', () => {
  const onSite = readProblem({
    days: 3,
    workers: [{ id: 'w', site: 's', minutesByDay: [900] }],
    packages: [{ id: 'p', units: 30, unitMinutes: 60, dueDay: 2, onSite: 's' }],
    sites: [{ id: 's', seatMinutesByDay: [480, 480, 0] }],
  })
  if (!onSite.ok) throw new Error('the problem is not well formed')
  const before = solve(onSite.problem)
  const after = (weekday: number | null) =>
    unitsLeft(solve(changed(onSite.problem, before, 'p', { kind: 'seats', seats: 1, weekday }, from)), 'p')
  expect(unitsLeft(before, 'p')).toBe(14)
  expect([after(null), after(2), after(4)]).toEqual([0, 7, 14])
})
