import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { en } from '../messages.en/engine.ts'
import { easy } from '../messages.easy/engine.ts'
import { ja } from '../messages.ja/engine.ts'
import { explain, type Reason } from './explain.ts'
import { smallProblem, mustRead, onePair } from './small-problems.ts'
import { solve } from './solve.ts'
import { proveShortage } from './shortage-proof.ts'
import { whatIf } from './what-if.ts'
import type { EngineMessages, ReasonSentences } from '../messages.ja/engine.ts'

function sentence<Kind extends Reason['kind']>(words: EngineMessages, reason: Extract<Reason, { kind: Kind }>, kind: Kind): string {
  const say: ReasonSentences[Kind] = words.reasons[kind]
  return say(reason)
}

describe('説明', () => {
  it('言うことは計画と元の数字から確かめられる', () => {
    fc.assert(
      fc.property(smallProblem, (problem) => {
        const plan = solve(problem, { iterations: 100 })
        for (const worker of problem.workers) {
          for (const pack of problem.packages) {
            const told = explain(problem, plan, worker.id, pack.id)
            const offer = plan.offers.find((one) => one.worker === worker.id && one.package === pack.id)
            expect(told?.status === 'offered').toBe(offer !== undefined)
            expect(told?.reasons.length).toBeGreaterThan(0)
            for (const reason of told?.reasons ?? []) {
              if (reason.kind === 'skill-short') expect(worker.skills[reason.skill] ?? 0).toBeLessThan(reason.asked)
              if (reason.kind === 'equipment-missing') expect(worker.equipment).not.toContain(reason.items[0])
              if (reason.kind === 'other-site') expect(worker.site).not.toBe(pack.onSite)
              if (reason.kind === 'offered') expect(reason.minutes).toBe(offer?.minutes)
              if (reason.kind === 'all-given') expect(plan.unfilled.some((one) => one.package === pack.id)).toBe(false)
              for (const words of [ja, en, easy]) expect(sentence(words, reason, reason.kind)).not.toMatch(/undefined|NaN/)
            }
          }
        }
      }),
      { numRuns: 80 },
    )
  })

  it('知らない人や仕事には答えない', () => {
    const problem = mustRead(onePair())
    expect(explain(problem, solve(problem), 'w9', 'p1')).toBeNull()
  })

  it('足りないことを時間の合計で証明する', () => {
    const problem = mustRead(onePair({ pack: { units: 100 } }))
    const proof = proveShortage(problem, solve(problem), 'p1')
    expect(proof).toMatchObject({ packages: ['p1'], neededMinutes: 1000, availableMinutes: 300, people: 1 })
  })

  it('研修をしたらどうなるかを答える', () => {
    const problem = mustRead(onePair({ worker: { skills: { entry: 1 } } }))
    const answer = whatIf(problem, solve(problem), [{ kind: 'train', workers: ['w1'], skill: 'entry', levels: 1 }])
    expect(answer).toMatchObject({ workBefore: 0, workAfter: 100, nowFilled: ['p1'] })
  })
})
