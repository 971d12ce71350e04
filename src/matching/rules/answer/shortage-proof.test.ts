import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exactWork } from '../../../../test/support/exact-model.ts'
import type { Problem } from '../problem/problem.ts'
import { proveShortages } from './shortage-proof.ts'
import { mustRead, onePair, smallProblem } from '../../../../test/support/small-problems.ts'
import { solve } from '../solve.ts'

describe('足りないことの証明', () => {
  it('できる人の時間の合計で証明する', () => {
    const problem = mustRead(onePair({ pack: { units: 100 } }))
    expect(proveShortages(problem, ['p1']).get('p1')).toEqual({
      packages: ['p1'],
      fromDay: 0,
      toDay: 4,
      neededMinutes: 1000,
      availableMinutes: 300,
      people: 1,
      site: null,
    })
  })

  it('ひとつなら終わる仕事どうしが、合わせると終わらないことも証明する', () => {
    const input = onePair({ pack: { units: 20 } })
    const problem = mustRead({ ...input, packages: [...input.packages, { id: 'p2', units: 20, unitMinutes: 10, dueDay: 1 }] })
    expect(proveShortages(problem, ['p1']).get('p1')).toMatchObject({ packages: ['p1', 'p2'], neededMinutes: 400, availableMinutes: 300 })
  })

  it('席の合計で証明する', () => {
    const problem = mustRead(onePair({ pack: { onSite: 'east' }, rest: { sites: [{ id: 'east', seatMinutesByDay: [11] }] } }))
    expect(proveShortages(problem, ['p1']).get('p1')).toMatchObject({
      packages: ['p1'],
      neededMinutes: 100,
      availableMinutes: 55,
      site: 'east',
    })
  })

  it('足りているときは証明がない', () => {
    expect(proveShortages(mustRead(onePair()), ['p1', 'p9']).size).toBe(0)
  })

  it('証明された仕事を、どの計画も全部は終えられない', () => {
    fc.assert(
      fc.property(smallProblem, (problem) => {
        const plan = solve(problem, { iterations: 50 })
        for (const [id, proof] of proveShortages(
          problem,
          problem.packages.map((pack) => pack.id),
        )) {
          expect(proof.packages).toContain(id)
          expect(proof.neededMinutes).toBeGreaterThan(proof.availableMinutes)
          expect(plan.unfilled.some((one) => proof.packages.includes(one.package))).toBe(true)
          // With worth only in these packages the best work by HiGHS stays below all of them.
          const only = onlyWorth(problem, proof.packages)
          const all = only.packages.reduce((sum, pack) => sum + pack.priority * (pack.units - accepted(problem, pack.id)), 0)
          expect(exactWork(only) ?? 0).toBeLessThan(all)
        }
      }),
      { numRuns: 60 },
    )
  }, 30_000)
})

const accepted = (problem: Problem, id: string) =>
  problem.accepted.filter((one) => one.package === id).reduce((sum, one) => sum + one.units, 0)

/** The same problem in which a unit of the named packages is worth one and everything else nothing; minutes stay what they were. */
function onlyWorth(problem: Problem, ids: readonly string[]): Problem {
  const pairs = problem.workers.flatMap((worker) =>
    problem.packages.map((pack) => {
      const known = problem.pairs.find((one) => one.worker === worker.id && one.package === pack.id)
      return {
        worker: worker.id,
        package: pack.id,
        unitMinutes: known?.unitMinutes ?? pack.unitMinutes,
        value: null,
        cost: null,
        forbidden: known?.forbidden ?? false,
      }
    }),
  )
  return {
    ...problem,
    pairs,
    packages: problem.packages.map((pack) => ({ ...pack, unitMinutes: 1, priority: ids.includes(pack.id) ? 1 : 0 })),
  }
}
