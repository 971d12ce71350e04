import { describe, expect, it } from 'vitest'
import { mustRead } from '../../../../test/support/small-problems.ts'
import { solve } from '../solve.ts'

describe('公平さ', () => {
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
