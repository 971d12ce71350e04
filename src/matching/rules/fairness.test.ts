import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mustRead, smallProblem } from './small-problems.ts'
import { solve } from './solve.ts'
import { verify } from './verify.ts'

const iterations = 100

describe('公平さ', () => {
  it('公平さを求めても求めなくても仕事の量は同じで、求めれば公平さは下がらない', () => {
    fc.assert(
      fc.property(smallProblem, (problem) => {
        const workOnly = solve(problem, { iterations, workOnly: true })
        const plan = solve(problem, { iterations })
        expect(plan.objective.work).toBe(workOnly.objective.work)
        expect(plan.scores.fairness).toBeGreaterThanOrEqual(workOnly.scores.fairness - 1e-9)
        expect(verify(problem, plan)).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  it('だれがしても同じ仕事は、望む時間に近づくように分ける', () => {
    const workers = ['w1', 'w2'].map((id) => ({ id, minutesByDay: [60], wantedMinutes: 60 }))
    const plan = solve(mustRead({ days: 1, workers, packages: [{ id: 'p1', units: 6, unitMinutes: 10 }] }))
    expect(plan.offers.map((offer) => offer.minutes)).toEqual([30, 30])
  })

  it('取り分に届かない市町村だけに値段がつく', () => {
    const plan = solve(
      mustRead({
        days: 1,
        workers: [{ id: 'w1', municipality: 'a', minutesByDay: [60] }],
        packages: [{ id: 'p1', units: 6, unitMinutes: 10 }],
        municipalities: [
          { id: 'a', fairShare: 0.5 },
          { id: 'b', fairShare: 0.5 },
        ],
      }),
    )
    expect(plan.prices.municipality['a']).toBe(0)
    expect(plan.prices.municipality['b']).toBeGreaterThan(0)
  })
})
