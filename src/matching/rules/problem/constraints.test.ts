import { describe, expect, it } from 'vitest'
import { ja } from '../../messages.ja/engine.ts'
import { capacities, type ConstraintKey, gates } from './constraints.ts'
import { mustRead, onePair } from '../../../../test/support/small-problems.ts'
import { solve } from '../solve.ts'
import { readProblem } from './reader.ts'

type Case = { readonly change: Parameters<typeof onePair>[0]; readonly units: number }

/** One change of a problem in which ten units fit, and the units that are left for the one person after it. */
const cases: Readonly<Record<ConstraintKey, Case>> = {
  skill: { change: { worker: { skills: { entry: 1 } } }, units: 0 },
  equipment: { change: { worker: { equipment: [] } }, units: 0 },
  site: { change: { pack: { onSite: 'west' } }, units: 0 },
  forbidden: { change: { rest: { pairs: [{ worker: 'w1', package: 'p1', forbidden: true }] } }, units: 0 },
  declined: { change: { rest: { declined: [{ worker: 'w1', package: 'p1' }] } }, units: 0 },
  window: { change: { worker: { minutesByDay: [60, 0, 0, 0, 0] }, pack: { releaseDay: 1 } }, units: 0 },
  lot: { change: { pack: { minUnits: 8, dueDay: 0 } }, units: 0 },
  hours: { change: { worker: { minutesByDay: [25, 12, 0, 0, 0] } }, units: 3 },
  ceiling: { change: { worker: { maxMinutes: 45 } }, units: 4 },
  seats: { change: { pack: { onSite: 'east' }, rest: { sites: [{ id: 'east', seatMinutesByDay: [11] }] } }, units: 5 },
  demand: { change: { pack: { units: 3 } }, units: 3 },
  lotSize: { change: { pack: { maxShare: 0.35 } }, units: 3 },
  indivisible: { change: { pack: { units: 31, indivisible: true } }, units: 0 },
  review: { change: { worker: { skills: { entry: 1 } }, pack: { review: { share: 0.2, skills: { entry: 3 } } } }, units: 0 },
  accepted: { change: { rest: { accepted: [{ worker: 'w1', package: 'p1', units: 4 }] } }, units: 0 },
}

describe('制約', () => {
  it('変える前は10件すべてを依頼する', () => {
    expect(solve(mustRead(onePair())).offers[0]?.units).toBe(10)
  })

  for (const key of [...gates, ...capacities]) {
    it(`${ja.constraints[key].label}を守る`, () => {
      const plan = solve(mustRead(onePair(cases[key].change)))
      expect(plan.offers.reduce((sum, offer) => sum + offer.units, 0)).toBe(cases[key].units)
    })
  }

  it('辞退は、IDをつなぐと同じ文字になるほかの組に及ばない', () => {
    const problem = {
      days: 1,
      workers: [{ id: 'a' }, { id: 'a\nb' }],
      packages: [
        { id: 'c', units: 1 },
        { id: 'b\nc', units: 1 },
      ],
      accepted: [{ worker: 'a', package: 'b\nc', units: 1 }],
      declined: [{ worker: 'a\nb', package: 'c' }],
    }
    expect(readProblem(problem).ok).toBe(true)
  })

  it('確認者がいれば1レベル足りない人も成長の仕事ができる', () => {
    const reviewer = { id: 'w2', minutesByDay: [60], skills: { entry: 3 } }
    const input = onePair(cases.review.change)
    const plan = solve(mustRead({ ...input, workers: [...input.workers, reviewer] }))
    expect(plan.offers).toMatchObject([{ worker: 'w1', units: 10 }])
    expect(plan.reviews).toMatchObject([{ worker: 'w2', for: 'w1', minutes: 20 }])
  })
})
