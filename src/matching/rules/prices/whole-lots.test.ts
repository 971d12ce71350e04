import fc from 'fast-check'
import { expect, it } from 'vitest'
import { compile } from '../problem/compile.ts'
import { exactWork } from '../../../../test/support/exact-model.ts'
import type { Problem } from '../problem/problem.ts'
import { noPrices, questionAt } from './question.ts'
import { Response } from './response.ts'
import { mustRead, smallProblem } from '../../../../test/support/small-problems.ts'
import { WholeLots } from './whole-lots.ts'

/** One person alone, without reviews, whose on-site work has seats for all: then the best work is that person's own. */
const alone = fc.tuple(smallProblem, fc.nat(5)).map(([problem, index]): Problem => ({
  ...problem,
  workers: problem.workers.slice(index % Math.max(1, problem.workers.length)).slice(0, 1),
  packages: problem.packages.map((pack) => ({ ...pack, review: null, onSite: null })),
  pairs: [],
  accepted: [],
  declined: [],
}))

function boundOf(problem: Problem, answers: number): number {
  const compiled = compile(problem)
  if (compiled.workers.length === 0) return 0
  return new WholeLots(compiled, new Response(compiled)).bound(0, questionAt(compiled, noPrices(compiled)), answers)
}

it('一人分の仕事は、くぎらずに調べ切ると最適値と同じになる', () => {
  fc.assert(
    fc.property(alone, (problem) => {
      expect(boundOf(problem, 2000)).toBeCloseTo(exactWork(problem) ?? 0, 4)
    }),
    { numRuns: 60 },
  )
}, 30_000)

it('数日にわたる拠点の仕事が上限の数を超えて見えても、上限の外では枝分かれしない', () => {
  const problem = mustRead({
    days: 3,
    workers: [{ id: 'w1', site: 'west', minutesByDay: [0, 30, 60] }],
    packages: [{ id: 'p1', units: 9, unitMinutes: 7, releaseDay: 0, dueDay: 2, onSite: 'west', minUnits: 1, maxShare: 1, priority: 2 }],
    sites: [{ id: 'west', seatMinutesByDay: [100, 100, 100] }],
  })
  const compiled = compile(problem)
  const prices = { ...noPrices(compiled), package: Float64Array.of(7), seat: Float64Array.of(0, 0.5, 0) }
  const bound = (answers: number) => new WholeLots(compiled, new Response(compiled)).bound(0, questionAt(compiled, prices), answers)
  // 60 minutes at one each and 3 at a half.
  expect(bound(1)).toBeCloseTo(61.5, 6)
  expect(bound(12)).toBeCloseTo(61.5, 6)
})

it('途中でやめても最適値を下回らず、多く調べるほど大きくならない', () => {
  fc.assert(
    fc.property(alone, fc.integer({ min: 1, max: 9 }), (problem, answers) => {
      expect(boundOf(problem, answers)).toBeGreaterThanOrEqual((exactWork(problem) ?? 0) - 1e-6)
      expect(boundOf(problem, answers + 2)).toBeLessThanOrEqual(boundOf(problem, answers) + 1e-6)
    }),
    { numRuns: 60 },
  )
}, 30_000)
