import { expect, test } from 'vitest'
import type { Problem } from '../rules/problem/problem.ts'
import { readProblem } from '../rules/problem/reader.ts'
import { solve } from '../rules/solve.ts'
import { inequalityOf } from './fairness.ts'
import { remediesOf, restByWorker } from './remedies.ts'
import { whyPair } from './why.ts'

const names = {
  skills: new Map([['cad', { key: 'cad', nameJa: '製図', nameEn: 'Drafting' }]]),
  municipalities: new Map([['city', '大町市']]),
}
const read = readProblem({
  days: 4,
  workers: [
    { id: 'able', municipality: 'city', minutesByDay: [60, 60, 60, 60], skills: { cad: 2 }, equipment: ['pc'], wantedMinutes: 100 },
    { id: 'near', municipality: 'city', minutesByDay: [60, 60, 60, 60], skills: { cad: 1 }, equipment: ['pc'] },
    { id: 'bare', municipality: 'city', minutesByDay: [60, 60, 60, 60], skills: { cad: 2 } },
    { id: 'away', municipality: 'city', minutesByDay: [0], skills: { cad: 2 }, equipment: ['pc'] },
  ],
  packages: [
    { id: 'draw', units: 60, unitMinutes: 10, dueDay: 3, skills: { cad: 2 }, equipment: ['pc'], minUnits: 2 },
    { id: 'hard', units: 12, unitMinutes: 10, dueDay: 3, skills: { cad: 3 } },
  ],
  municipalities: [{ id: 'city', fairShare: 1 }],
})
const problem: Problem = read.ok ? read.problem : fail()
const plan = solve(problem)
function fail(): never {
  throw new Error('the problem is not well formed')
}
const why = (workerId: string, packageId: string) => {
  const worker = problem.workers.find((each) => each.id === workerId) ?? fail()
  return whyPair(problem, plan, worker, problem.packages.find((each) => each.id === packageId) ?? fail(), names)
}

test('勧める理由は、スキルと空き時間の数字で言う', () => {
  const { outcome, facts } = why('able', 'draw')
  expect(outcome).toBe('offered')
  expect(facts).toContainEqual(expect.objectContaining({ code: 'skill-met', need: 2, have: 2 }))
  expect(facts).toContainEqual(expect.objectContaining({ code: 'time-fits', need: 240, have: 240 }))
  expect(facts).toContainEqual(expect.objectContaining({ code: 'wanted', need: 100, have: 240 }))
  expect(facts.at(-1)).toMatchObject({ code: 'no-next', holds: false })
  const [able = fail(), draw = fail()] = [
    problem.workers.find((each) => each.id === 'able'),
    problem.packages.find((each) => each.id === 'draw'),
  ]
  expect(whyPair(problem, { ...plan, standby: { draw: ['bare', 'near'] } }, able, draw, names).facts.at(-1)).toMatchObject({
    code: 'next',
    holds: true,
    text: 'bare',
  })
})

test('できない理由は、妨げになることを先に言う', () => {
  expect(why('near', 'draw')).toMatchObject({
    outcome: 'impossible',
    facts: [{ code: 'skill-short', holds: false, need: 2, have: 1 }, {}, {}],
  })
  expect(why('bare', 'draw').facts[0]).toMatchObject({ code: 'equipment-missing', text: 'pc' })
  expect(why('away', 'draw')).toMatchObject({ outcome: 'impossible', facts: [{ code: 'no-days' }, {}, {}] })
})

test('残った仕事には、足りない人数と、それをなくす手を言う', () => {
  const unfilled = (id: string) => plan.unfilled.find((each) => each.package === id) ?? fail()
  const pack = (id: string) => problem.packages.find((each) => each.id === id) ?? fail()
  const rest = restByWorker(problem, plan)
  expect(unfilled('hard').reason.gate).toBe('skill')
  // Somebody with 240 minutes left would do the 120 minutes with the skill.
  expect(remediesOf(problem, pack('hard'), unfilled('hard'), rest, names)[0]).toMatchObject({
    kind: 'train',
    people: 1,
    minutes: 120,
    skill: { key: 'cad', level: 3 },
  })
  // One person alone lacks only the level, and one only the equipment: nobody else could make up for more.
  expect(remediesOf(problem, pack('draw'), unfilled('draw'), rest, names)[0]).toMatchObject({ kind: 'train', people: 1, minutes: 240 })
  const lend = { package: 'draw', units: 60, reason: { gate: 'equipment', need: {}, shortMinutes: 600, municipality: null } } as const
  expect(remediesOf(problem, pack('draw'), lend, rest, names)[0]).toMatchObject({ kind: 'equip', equipment: 'pc', people: 1, minutes: 240 })
  expect(unfilled('draw').reason).toMatchObject({ gate: 'hours', shortMinutes: 360 })
  expect(remediesOf(problem, pack('draw'), unfilled('draw'), rest, names).map((each) => [each.kind, each.people])).toEqual([
    ['train', 1],
    ['ask-city', 2],
    ['hours', 2],
    ['due', 0],
  ])
})

test('偏りは、全員同じなら0、一人だけなら1に近い', () => {
  expect(inequalityOf([0.5, 0.5, 0.5])).toBeCloseTo(0)
  expect(inequalityOf([0, 0, 0, 1])).toBeCloseTo(0.75)
  expect(inequalityOf([])).toBe(0)
})
