import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { workBound } from './certify.ts'
import { compile } from '../problem/compile.ts'
import { exactWork } from '../../../../test/support/exact-model.ts'
import type { Problem } from '../problem/problem.ts'
import type { Prices } from './question.ts'
import { mustRead, smallProblem } from '../../../../test/support/small-problems.ts'
import { solve } from '../solve.ts'

const drawn = fc.array(fc.constantFrom(0, 0, 0.5, 1, 7, 30, 45.5, 100), { minLength: 40, maxLength: 40 })

/** Any prices at all, for the packages and the seats of a problem. */
function pricesFor(problem: Problem, numbers: readonly number[]): Prices {
  const compiled = compile(problem)
  const at = (index: number) => numbers[index % numbers.length] ?? 0
  return {
    package: Float64Array.from(compiled.packages, (_, index) => at(index)),
    seat: Float64Array.from(compiled.seats, (_, index) => at(7 + 3 * index)),
    review: Float64Array.from(compiled.packages, (_, index) => at(11 + 5 * index)),
  }
}

/** More of something, which can only help. */
const more: Readonly<Record<string, (problem: Problem) => Problem>> = {
  人: (problem) => ({
    ...problem,
    workers: [...problem.workers, ...problem.workers.slice(0, 1).map((worker) => ({ ...worker, id: 'w-more' }))],
  }),
  時間: (problem) => ({
    ...problem,
    workers: problem.workers.map((worker) => ({ ...worker, minutesByDay: worker.minutesByDay.map((minutes) => minutes + 30) })),
  }),
  上限: (problem) => ({
    ...problem,
    workers: problem.workers.map((worker) => ({ ...worker, maxMinutes: worker.maxMinutes === null ? null : worker.maxMinutes + 30 })),
  }),
  席: (problem) => ({
    ...problem,
    sites: problem.sites.map((site) => ({ ...site, seatMinutesByDay: site.seatMinutesByDay.map((minutes) => minutes + 30) })),
  }),
}

describe('上限の証明', () => {
  it('どんな価格でも、HiGHSの最適値より小さい上限にはならない', () => {
    fc.assert(
      fc.property(smallProblem, drawn, (problem, numbers) => {
        const best = exactWork(problem)
        if (best !== null) expect(workBound(compile(problem), pricesFor(problem, numbers))).toBeGreaterThanOrEqual(best - 1e-6)
      }),
      { numRuns: 80 },
    )
  }, 30_000)

  it.each(Object.entries(more))('%sが増えて、同じ価格の上限が下がることはない', (_, increase) => {
    fc.assert(
      fc.property(smallProblem, drawn, (problem, numbers) => {
        const prices = pricesFor(problem, numbers)
        expect(workBound(compile(increase(problem)), prices)).toBeGreaterThanOrEqual(workBound(compile(problem), prices) - 1e-6)
      }),
      { numRuns: 150 },
    )
  })

  it.each(Object.entries(more))('%sが増えたあとの上限は、前の計画より小さくならない', (_, increase) => {
    fc.assert(
      fc.property(smallProblem, (problem) => {
        const before = solve(problem, { iterations: 50 })
        if (before.overloads.length === 0)
          expect(solve(increase(problem), { iterations: 50 }).bound).toBeGreaterThanOrEqual(before.objective.work)
      }),
      { numRuns: 60 },
    )
  })

  it('小さな問題を総当たりした最大は、計画と上限の間にある', () => {
    const tiny = fc.record({
      hours: fc.array(fc.array(fc.constantFrom(0, 10, 25, 40), { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 2 }),
      packs: fc.array(
        fc.record({
          units: fc.integer({ min: 1, max: 4 }),
          unitMinutes: fc.constantFrom(5, 10, 15),
          days: fc.constantFrom([0, 0], [0, 1], [1, 1]),
          minUnits: fc.integer({ min: 1, max: 3 }),
          maxShare: fc.constantFrom(1, 0.5),
          priority: fc.constantFrom(1, 2),
        }),
        { minLength: 1, maxLength: 2 },
      ),
    })
    fc.assert(
      fc.property(tiny, ({ hours, packs }) => {
        const problem = mustRead({
          days: 2,
          workers: hours.map((minutesByDay, index) => ({ id: `w${index}`, minutesByDay })),
          packages: packs.map(({ days, ...rest }, index) => ({ id: `p${index}`, ...rest, releaseDay: days[0] ?? 0, dueDay: days[1] ?? 1 })),
        })
        const plan = solve(problem)
        const best = bestByTrying(problem)
        expect(plan.bound).toBeGreaterThanOrEqual(best)
        expect(plan.objective.work).toBe(best)
      }),
      { numRuns: 60 },
    )
  })
})

/** Tries every number of units for every pair; days are filled the earliest due first. No sites, reviews or pairs. */
function bestByTrying(problem: Problem): number {
  const cells = problem.workers.flatMap((worker) => problem.packages.map((pack) => ({ worker, pack })))
  let best = 0
  const tried = cells.map(() => 0)
  const visit = (at: number): void => {
    const cell = cells[at]
    if (cell === undefined) {
      if (
        isPossible(
          problem,
          cells.map(({ pack, worker }, index) => ({ worker: worker.id, pack, units: tried[index] ?? 0 })),
        )
      ) {
        best = Math.max(
          best,
          cells.reduce((sum, { pack }, index) => sum + (tried[index] ?? 0) * pack.unitMinutes * pack.priority, 0),
        )
      }
      return
    }
    const { maxShare, minUnits, units } = cell.pack
    for (let count = 0; count <= Math.max(minUnits, Math.floor(maxShare * units)); count += 1) {
      if (count > 0 && count < Math.min(minUnits, units)) continue
      tried[at] = count
      visit(at + 1)
    }
    tried[at] = 0
  }
  visit(0)
  return best
}

type Given = { readonly worker: string; readonly pack: Problem['packages'][number]; readonly units: number }

function isPossible(problem: Problem, given: readonly Given[]): boolean {
  if (problem.packages.some((pack) => given.filter((one) => one.pack === pack).reduce((sum, one) => sum + one.units, 0) > pack.units))
    return false
  return problem.workers.every((worker) => {
    const free = [...worker.minutesByDay]
    const mine = given
      .filter((one) => one.worker === worker.id)
      .toSorted((a, b) => a.pack.dueDay - b.pack.dueDay || b.pack.releaseDay - a.pack.releaseDay)
    return mine.every(({ pack, units }) => {
      let open = units * pack.unitMinutes
      for (let day = pack.releaseDay; day <= pack.dueDay; day += 1) {
        const used = Math.min(open, free[day] ?? 0)
        free[day] = (free[day] ?? 0) - used
        open -= used
      }
      return open === 0
    })
  })
}
