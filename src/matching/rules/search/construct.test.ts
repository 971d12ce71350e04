import { expect, it } from 'vitest'
import { compile } from '../problem/compile.ts'
import { construct } from './construct.ts'
import { OpenPlan } from '../plan/open-plan.ts'
import { noPrices } from '../prices/question.ts'
import { mustRead } from '../../../../test/support/small-problems.ts'

it('成長の仕事は、時間の値打ちがいちばん低い人が見る', () => {
  const person = (id: string, skills: Record<string, number>) => ({ id, minutesByDay: [300], skills, equipment: [] })
  const pack = (id: string, rest: object) => ({ id, units: 30, unitMinutes: 10, releaseDay: 0, dueDay: 0, equipment: [], ...rest })
  const compiled = compile(
    mustRead({
      days: 1,
      workers: [person('busy', { entry: 3, cad: 1 }), person('idle', { entry: 3, scan: 1 }), person('beginner', { entry: 1 })],
      packages: [
        pack('grow', { skills: { entry: 2 }, priority: 2, review: { share: 0.2, skills: { entry: 3 } } }),
        pack('cad', { skills: { cad: 1 }, priority: 3 }),
        pack('scan', { skills: { scan: 1 }, priority: 1 }),
      ],
    }),
  )
  const plan = new OpenPlan(compiled)
  const units = Float32Array.from(compiled.arcGrowth, (growth) => 30 * growth)
  construct(plan, noPrices(compiled), 1, { units, seatMinutes: new Map() })
  expect([...plan.reviews.byReviewer.keys()].map((reviewer) => compiled.workers[reviewer]!.id)).toEqual(['idle'])
})
