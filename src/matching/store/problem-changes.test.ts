import { expect, test } from 'vitest'
import type { Problem, Worker, WorkPackage } from '../rules/problem/problem.ts'
import { problemChanges } from './problem-changes.ts'

const worker = (id: string, given: Partial<Worker> = {}): Worker => ({
  id,
  municipality: null,
  site: null,
  minutesByDay: [60, 60, 60],
  wantedMinutes: null,
  maxMinutes: null,
  skills: {},
  equipment: [],
  acceptProbability: 0.8,
  ...given,
})
const work = (id: string, given: Partial<WorkPackage> = {}): WorkPackage => ({
  id,
  units: 10,
  unitMinutes: 6,
  releaseDay: 0,
  dueDay: 2,
  skills: {},
  equipment: [],
  onSite: null,
  minUnits: 1,
  maxShare: 1,
  indivisible: false,
  priority: 1,
  review: null,
  ...given,
})
const problem: Problem = {
  from: '2026-12-01',
  days: 3,
  workers: [worker('a'), worker('b')],
  packages: [work('p'), work('q', { onSite: 's' })],
  sites: [{ id: 's', seatMinutesByDay: [480, 480, 480] }],
  municipalities: [],
  pairs: [],
  accepted: [],
  declined: [],
  objective: 'programme',
}
const offers = [
  { workerId: 'a', packageId: 'p', units: 10 },
  { workerId: 'a', packageId: 'q', units: 5 },
]
const changes = (now: Partial<Problem>, given: { passed?: number; isShort?: boolean } = {}) =>
  problemChanges({ before: problem, now: { ...problem, ...now }, passed: 0, isShort: false, offers, ...given }).map(
    ({ kind, workerId, packageId, before, after, touches }) => [kind, workerId ?? packageId, before, after, touches],
  )
const forbid = (id: string, pack: string) => ({ worker: id, package: pack, unitMinutes: null, value: null, cost: null, forbidden: true })

test('同じ状態なら、変化はない', () => {
  expect(changes({})).toEqual([])
})

test('組のある人の時間・約束・条件は、減っても増えても言う', () => {
  expect(changes({ workers: [worker('a', { minutesByDay: [60, 0, 60] }), worker('b')] })).toEqual([['hours', 'a', 180, 120, true]])
  expect(changes({ workers: [worker('a', { skills: { entry: 1 } }), worker('b')] })).toEqual([['profile', 'a', 0, 0, true]])
  expect(changes({ workers: [worker('b')] })).toEqual([['person-gone', 'a', 0, 0, true]])
  const promised = { packages: [...problem.packages, work('offer:1')], accepted: [{ worker: 'a', package: 'offer:1', units: 5 }] }
  expect(changes(promised)).toEqual([['busy', 'a', 0, 30, true]])
})

test('組のない人は、仕事が残るときに増えた分だけを言う', () => {
  const workers = [worker('a'), worker('b', { minutesByDay: [90, 90, 90] })]
  expect(changes({ workers })).toEqual([])
  expect(changes({ workers }, { isShort: true })).toEqual([['hours', 'b', 180, 270, false]])
  expect(changes({ workers: [worker('a'), worker('b', { minutesByDay: [0, 0, 0] })] }, { isShort: true })).toEqual([])
  expect(changes({ workers: [...problem.workers, worker('c')] })).toEqual([['person-new', 'c', 0, 0, false]])
})

test('仕事は、計画の数に足りないか増えたとき、納期や条件が変わったときに言う', () => {
  expect(changes({ packages: [work('p', { units: 8 }), work('q', { onSite: 's', units: 9 })] })).toEqual([['units', 'p', 10, 8, true]])
  expect(changes({ packages: [work('p', { units: 12 }), work('q', { onSite: 's' })] })).toEqual([['units', 'p', 10, 12, false]])
  expect(changes({ packages: [work('p', { dueDay: 1 }), work('q', { onSite: 's', minUnits: 2 })] })).toEqual([
    ['due', 'p', 0, 0, true],
    ['needs', 'q', 0, 0, true],
  ])
  expect(changes({ packages: [work('p'), work('r')] })).toEqual([
    ['work-gone', 'q', 0, 0, true],
    ['work-new', 'r', 0, 10, false],
  ])
  expect(changes({ sites: [{ id: 's', seatMinutesByDay: [480, 0, 480] }] })).toEqual([['seats', null, 1440, 960, true]])
})

test('組については、計画と違うことだけを言う', () => {
  expect(
    changes({
      declined: [
        { worker: 'a', package: 'p' },
        { worker: 'b', package: 'p' },
      ],
    }),
  ).toEqual([['declined', 'a', 0, 0, true]])
  expect(changes({ pairs: [forbid('a', 'p'), forbid('b', 'p')] })).toEqual([['forbidden', 'a', 0, 0, true]])
  expect(
    changes({
      accepted: [
        { worker: 'a', package: 'p', units: 10 },
        { worker: 'b', package: 'p', units: 3 },
      ],
    }),
  ).toEqual([['pinned', 'b', 0, 3, false]])
  expect(
    problemChanges({ before: { ...problem, pairs: [forbid('b', 'p')] }, now: problem, passed: 0, isShort: false, offers }),
  ).toMatchObject([{ kind: 'freed', workerId: 'b', packageId: 'p' }])
})

test('日がたつと、残る日どうしを比べる', () => {
  const later: Partial<Problem> = {
    from: '2026-12-02',
    workers: [worker('a', { minutesByDay: [60, 60, 5] }), worker('b')],
    packages: [work('p', { dueDay: 1 }), work('q', { dueDay: 1, onSite: 's' })],
  }
  expect(changes(later, { passed: 1 })).toEqual([['days-passed', null, 0, 1, true]])
})
