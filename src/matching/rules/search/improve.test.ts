import { describe, expect, it } from 'vitest'
import { compile } from '../problem/compile.ts'
import { improve } from './improve.ts'
import { OpenPlan } from '../plan/open-plan.ts'
import { noPrices } from '../prices/question.ts'
import { mustRead, onePair } from '../../../../test/support/small-problems.ts'

/** Rebuilds until the search ends. */
function rebuilt(options: { enough?: number; leastGain?: number }): number {
  const compiled = compile(mustRead(onePair()))
  let rebuilds = 0
  improve(new OpenPlan(compiled), noPrices(compiled), {
    rebuilds: 4000,
    seed: 1,
    enough: Number.POSITIVE_INFINITY,
    leastGain: 0,
    stop: () => false,
    onRound: (done) => (rebuilds = done),
    ...options,
  })
  return rebuilds
}

describe('計画を良くする探索の終わり', () => {
  it('回数だけを決めれば、得がなくても最後まで探す', () => expect(rebuilt({})).toBe(4000))

  it('得が少なければ、見直しの区切りで終わる', () => expect(rebuilt({ leastGain: 1e-4 })).toBeLessThanOrEqual(1200))

  it('十分な計画になれば、それより先は探さない', () => expect(rebuilt({ enough: 0 })).toBe(0))
})
