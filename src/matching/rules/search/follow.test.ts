import { describe, expect, it } from 'vitest'
import { compile } from '../problem/compile.ts'
import { follow } from './follow.ts'
import { OpenPlan } from '../plan/open-plan.ts'
import { mustRead, onePair } from '../../../../test/support/small-problems.ts'
import type { Mean } from '../prices/tatonnement.ts'

const people = 20
const packages = 40

/** Everybody can do everything: 600 minutes each, and packages of 30 units of 10 minutes. */
function alike(pack: object = {}): OpenPlan {
  return new OpenPlan(
    compile(
      mustRead({
        days: 5,
        workers: Array.from({ length: people }, (_, index) => ({ id: `w${index}`, minutesByDay: [120], skills: {}, equipment: [] })),
        packages: Array.from({ length: packages }, (_, index) => ({
          id: `p${index}`,
          units: 30,
          unitMinutes: 10,
          releaseDay: 0,
          dueDay: 4,
          skills: {},
          equipment: [],
          ...pack,
        })),
      }),
    ),
  )
}

const everyone = Int32Array.from({ length: people }, (_, index) => index)
const evenly = (plan: OpenPlan): Mean => ({ units: new Float32Array(plan.compiled.arcCount).fill(30 / people), seatMinutes: new Map() })

describe('連続緩和の平均を整数の割り当てにする', () => {
  it('細かく散らばった仕事は少ない件数にまとまり、どのパッケージもほぼ満たされる', () => {
    const plan = alike()
    follow(plan, everyone, evenly(plan))
    for (const left of plan.left) expect(left).toBeLessThanOrEqual(3)
    for (const held of plan.held) expect(held.length).toBeLessThanOrEqual(packages / 2)
  })

  it('1人しか受けられない仕事は、細かい割合のままでは誰にも置かない', () => {
    const plan = alike({ indivisible: true })
    follow(plan, everyone, evenly(plan))
    expect(plan.work).toBe(0)
  })

  it('席は、平均が使った日から取る', () => {
    const plan = new OpenPlan(compile(mustRead(onePair({ pack: { onSite: 'east' } }))))
    follow(plan, Int32Array.of(0), { units: Float32Array.of(6), seatMinutes: new Map([[0, Float32Array.of(0, 40, 0, 20, 0)]]) })
    expect([...plan.seatDays.get(0)!]).toEqual([0, 40, 0, 20, 0])
    expect(plan.wished).toBeNull()
  })

  it('平均が使った日に席がなければ、ほかの日に置く', () => {
    const problem = onePair({ pack: { onSite: 'east' }, rest: { sites: [{ id: 'east', seatMinutesByDay: [60, 30, 60, 0, 60] }] } })
    const plan = new OpenPlan(compile(mustRead(problem)))
    follow(plan, Int32Array.of(0), { units: Float32Array.of(6), seatMinutes: new Map([[0, Float32Array.of(0, 40, 0, 20, 0)]]) })
    expect([...plan.seatDays.get(0)!]).toEqual([0, 30, 0, 0, 30])
  })
})
