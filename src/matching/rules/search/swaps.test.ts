import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compile } from '../problem/compile.ts'
import { scoresOf } from '../plan/objective.ts'
import { OpenPlan } from '../plan/open-plan.ts'
import type { Plan } from '../problem/plan.ts'
import type { ProblemInput } from '../problem/reader.ts'
import { mustRead, smallProblem } from '../../../../test/support/small-problems.ts'
import { solve } from '../solve.ts'
import { gather, spread } from './swaps.ts'
import { verify } from '../verify/verify.ts'

const iterations = 100
const never = () => false

/** Many people who can do the same work, so that there is much to swap; some work is on site. */
const alikeProblem = fc
  .record({
    workers: fc.array(
      fc.record({
        site: fc.constantFrom('east', 'west'),
        municipality: fc.constantFrom(null, 'm1', 'm2'),
        minutesByDay: fc.array(fc.constantFrom(0, 30, 60, 90), { minLength: 1, maxLength: 4 }),
        wantedMinutes: fc.constantFrom(null, 60, 180),
        acceptProbability: fc.constantFrom(0.5, 0.9, 1),
      }),
      { minLength: 3, maxLength: 8 },
    ),
    packages: fc.array(
      fc.record({
        units: fc.integer({ min: 2, max: 30 }),
        unitMinutes: fc.constantFrom(5, 10, 15),
        onSite: fc.constantFrom(null, null, 'east'),
        minUnits: fc.integer({ min: 1, max: 4 }),
        maxShare: fc.constantFrom(0.5, 0.35, 0.2),
        releaseDay: fc.constantFrom(0, 0, 1),
        dueDay: fc.constantFrom(2, 3),
      }),
      { minLength: 2, maxLength: 6 },
    ),
  })
  .map(({ packages, workers }) =>
    mustRead({
      days: 4,
      workers: workers.map((one, index) => ({ id: `w${index}`, ...one })),
      packages: packages.map((one, index) => ({ id: `p${index}`, ...one })),
      sites: [
        { id: 'east', seatMinutesByDay: [120] },
        { id: 'west', seatMinutesByDay: [0] },
      ],
      municipalities: ['m1', 'm2'].map((id) => ({ id, fairShare: 0.5 })),
    }),
  )

function minutesByPerson(plan: Plan): Record<string, number> {
  const minutes: Record<string, number> = {}
  for (const one of [...plan.offers, ...plan.reviews]) minutes[one.worker] = (minutes[one.worker] ?? 0) + one.minutes
  return minutes
}

/** A plan that holds exactly these units, by worker and package in order. */
function held(input: ProblemInput, units: readonly number[]): OpenPlan {
  const plan = new OpenPlan(compile(mustRead(input)))
  units.forEach((count, arc) => count > 0 && plan.place(arc, count))
  return plan
}

describe('目的の順序', () => {
  it.each(Object.entries({ あらゆる条件の問題: smallProblem, 交換の余地が多い問題: alikeProblem }))(
    '%sで、下の目的を求めても上の目的は少しも変わらない',
    (_, problems) => {
      fc.assert(
        fc.property(problems, (problem) => {
          const [work, fair, gathered, all] = ([1, 2, 3, 4] as const).map((levels) => solve(problem, { iterations, levels })) as [
            Plan,
            Plan,
            Plan,
            Plan,
          ]
          for (const plan of [fair, gathered, all]) expect(plan.objective.work).toBe(work.objective.work)
          expect(fair.scores.fairness).toBeGreaterThanOrEqual(work.scores.fairness - 1e-9)
          for (const plan of [gathered, all]) expect(plan.scores.fairness).toBe(fair.scores.fairness)
          expect(gathered.scores.continuity).toBeGreaterThanOrEqual(fair.scores.continuity)
          expect(all.scores.continuity).toBe(gathered.scores.continuity)
          expect(all.scores.risk).toBeGreaterThanOrEqual(gathered.scores.risk - 1e-12)
          for (const plan of [gathered, all]) expect(verify(problem, plan)).toEqual([])
        }),
        { numRuns: 100 },
      )
    },
    30_000,
  )

  it('継続と断りの備えのために、だれの時間も増えたり減ったりしない', () => {
    fc.assert(
      fc.property(alikeProblem, (problem) => {
        expect(minutesByPerson(solve(problem, { iterations }))).toEqual(minutesByPerson(solve(problem, { iterations, levels: 2 })))
      }),
      { numRuns: 100 },
    )
  })
})

describe('継続', () => {
  const two: ProblemInput = {
    days: 1,
    workers: ['w1', 'w2'].map((id) => ({ id, minutesByDay: [60] })),
    packages: ['p1', 'p2'].map((id) => ({ id, units: 6, unitMinutes: 10 })),
  }

  it('二人が二つの仕事を半分ずつ持つなら、一つずつにまとめる', () => {
    const plan = held(two, [3, 3, 3, 3])
    gather(plan, never)
    expect([...plan.units].toSorted((a, b) => a - b)).toEqual([0, 0, 6, 6])
    expect([...plan.used]).toEqual([60, 60])
  })

  it('一人の小さな依頼を、残りのある別の依頼に同じ時間だけ寄せる', () => {
    const plan = held({ ...two, workers: [{ id: 'w1', minutesByDay: [60] }] }, [3, 3])
    gather(plan, never)
    expect([...plan.units].toSorted((a, b) => a - b)).toEqual([0, 6])
    expect(plan.work).toBe(60)
  })

  it('値打ちの違う仕事は寄せない', () => {
    const plan = held(
      {
        ...two,
        workers: [{ id: 'w1', minutesByDay: [60] }],
        packages: [...(two.packages ?? []).slice(0, 1), { id: 'p2', units: 6, unitMinutes: 10, priority: 2 }],
      },
      [3, 3],
    )
    gather(plan, never)
    expect([...plan.units]).toEqual([3, 3])
  })

  it('一人分の上限を超えてまではまとめない', () => {
    const plan = held({ ...two, packages: ['p1', 'p2'].map((id) => ({ id, units: 6, unitMinutes: 10, maxShare: 0.5 })) }, [3, 3, 3, 3])
    gather(plan, never)
    expect([...plan.units]).toEqual([3, 3, 3, 3])
  })

  it('止めるよう言われたら何も動かさない', () => {
    const plan = held(two, [3, 3, 3, 3])
    gather(plan, () => true)
    spread(plan, () => true)
    expect([...plan.units]).toEqual([3, 3, 3, 3])
  })
})

describe('断りの備え', () => {
  it('断るかもしれない人の大きな依頼を、同じ時間のまま二つの仕事に分ける', () => {
    const input: ProblemInput = {
      days: 1,
      workers: [
        { id: 'w1', minutesByDay: [100], acceptProbability: 0.5 },
        { id: 'w2', minutesByDay: [100], acceptProbability: 1 },
      ],
      packages: ['p1', 'p2'].map((id) => ({ id, units: 10, unitMinutes: 10 })),
    }
    const plan = held(input, [8, 2, 2, 8])
    const before = scoresOf(plan, [])
    spread(plan, never)
    const after = scoresOf(plan, [])
    expect([...plan.units]).toEqual([4, 6, 6, 4])
    expect([...plan.used]).toEqual([100, 100])
    expect(after.risk).toBeGreaterThan(before.risk)
    expect(after).toEqual({ ...before, risk: after.risk })
  })

  it('依頼の件数が増えるなら、分けない', () => {
    const workers = ['w1', 'w2'].map((id) => ({ id, minutesByDay: [60], acceptProbability: 0.5 }))
    const plan = held({ days: 1, workers, packages: ['p1', 'p2'].map((id) => ({ id, units: 6, unitMinutes: 10 })) }, [6, 0, 0, 6])
    spread(plan, never)
    expect([...plan.units]).toEqual([6, 0, 0, 6])
  })
})
