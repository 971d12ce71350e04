import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exactWork } from '../../../test/support/exact-model.ts'
import { mustRead, onePair, smallInput, smallProblem } from '../../../test/support/small-problems.ts'
import { solve, solveOpen } from './solve.ts'
import { verify } from './verify/verify.ts'

const iterations = 300

describe('計画', () => {
  it('どの問題でも制約の違反がない', () => {
    fc.assert(
      fc.property(smallProblem, (problem) => {
        expect(verify(problem, solve(problem, { iterations }))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('上限は計画より小さくならず、小さな問題ではHiGHSの最適値をはさむ', () => {
    fc.assert(
      fc.property(smallProblem, (problem) => {
        const plan = solve(problem, { iterations })
        const best = exactWork(problem)
        expect(plan.bound).toBeGreaterThanOrEqual(plan.objective.total)
        // Accepted work that does not fit is told as an overload; there is no best plan to compare with then.
        expect(best === null).toBe(plan.overloads.length > 0)
        if (best === null) return
        expect(plan.bound).toBeGreaterThanOrEqual(best - 1e-6)
        expect(plan.objective.work).toBeLessThanOrEqual(best + 1e-6)
      }),
      { numRuns: 60 },
    )
  }, 30_000)

  it('進み具合は、価格、最初の計画、よりよい計画、報告の順に伝える', () => {
    const stages: string[] = []
    solve(mustRead(onePair()), { iterations, onProgress: ({ stage }) => stages.at(-1) === stage || stages.push(stage) })
    expect(stages).toEqual(['prices', 'construct', 'improve', 'report'])
  })

  it('同じ入力と種と回数からは同じバイト列が出る', () => {
    fc.assert(
      fc.property(smallProblem, fc.nat(1000), (problem, seed) => {
        expect(JSON.stringify(solve(problem, { iterations, seed }))).toBe(JSON.stringify(solve(problem, { iterations, seed })))
      }),
      { numRuns: 40 },
    )
  })

  it('提案は読むたびに同じものが、人と仕事の順に一件ずつ作られる', () => {
    fc.assert(
      fc.property(smallProblem, (problem) => {
        const open = solveOpen(problem, { iterations })
        const first = [...open.offers]
        expect([...open.offers]).toEqual(first)
        const keys = first.map((one) => `${one.worker} ${one.package}`)
        expect(keys).toEqual(keys.toSorted((a, b) => (a < b ? -1 : 1)))
        expect({ ...open, offers: first }).toEqual(solve(problem, { iterations }))
      }),
      { numRuns: 40 },
    )
  })

  it('どの一覧の並び順を変えても、計画のすべてが同じになる', () => {
    fc.assert(
      fc.property(smallInput, (input) => {
        const turned = {
          ...input,
          workers: input.workers.toReversed(),
          packages: input.packages.toReversed(),
          sites: input.sites?.toReversed(),
          municipalities: input.municipalities?.toReversed(),
          pairs: input.pairs?.toReversed(),
          accepted: input.accepted?.toReversed(),
          declined: input.declined?.toReversed(),
        }
        expect(solve(mustRead(turned), { iterations })).toEqual(solve(mustRead(input), { iterations }))
      }),
      { numRuns: 60 },
    )
  })

  it('仕事の量は公平さや継続より厳密に優先される', () => {
    fc.assert(
      fc.property(smallProblem, (problem) => {
        const { work, total } = solve(problem, { iterations }).objective
        // Every value is a multiple of a half, and so is every sum of work.
        expect(total - work).toBeLessThan(0.1)
        expect(total).toBeGreaterThanOrEqual(work)
      }),
      { numRuns: 40 },
    )
  })
})

describe('困った入力', () => {
  it('だれもいないときは何も依頼せず、足りないものを言う', () => {
    const plan = solve(mustRead({ workers: [], packages: [{ id: 'p1', units: 5, skills: { cad: 2 } }] }))
    expect(plan.offers).toEqual([])
    expect(plan.bound).toBe(0)
    expect(plan.unfilled).toEqual([
      { package: 'p1', units: 5, reason: { gate: 'skill', need: { cad: 2 }, shortMinutes: 5, municipality: null } },
    ])
  })

  it('仕事がないときは空の計画になる', () => {
    expect(solve(mustRead({ workers: [{ id: 'w1', minutesByDay: [60] }], packages: [] })).offers).toEqual([])
  })

  it('全部同じでも1日だけでも解ける', () => {
    const workers = Array.from({ length: 20 }, (_, index) => ({ id: `w${index}`, minutesByDay: [60] }))
    const packages = Array.from({ length: 20 }, (_, index) => ({ id: `p${index}`, units: 6, unitMinutes: 10 }))
    const plan = solve(mustRead({ days: 1, workers, packages }))
    expect(plan.objective.work).toBe(1200)
    expect(plan.gap).toBeLessThan(1e-4)
  })

  it('空き時間がゼロなら期間の理由で残る', () => {
    const plan = solve(mustRead(onePair({ worker: { minutesByDay: [0] } })))
    expect(plan.unfilled[0]?.reason.gate).toBe('window')
  })

  it('とても大きな数量でも整数のまま解ける', () => {
    const problem = mustRead(onePair({ worker: { minutesByDay: [1_000_000_000] }, pack: { units: 400_000_000, minUnits: 1 } }))
    const plan = solve(problem)
    expect(verify(problem, plan)).toEqual([])
    expect(plan.objective.work).toBe(4_000_000_000)
  })

  it('時間が切れたらそこまでの計画を返す', () => {
    let seconds = 0
    const problem = mustRead(onePair())
    const plan = solve(problem, { timeLimitSeconds: 1, clock: () => (seconds += 10) })
    expect(plan.stats.stopped).toBe('time-limit')
    expect(verify(problem, plan)).toEqual([])
  })

  it('引き受け済みの仕事が時間を超えるときは、計画の中でそう言う', () => {
    const problem = mustRead(onePair({ worker: { minutesByDay: [10] }, rest: { accepted: [{ worker: 'w1', package: 'p1', units: 10 }] } }))
    expect(solve(problem).overloads).toEqual([{ kind: 'accepted-hours', worker: 'w1', package: null, shortMinutes: 50 }])
  })

  it('引き受け済みの仕事が納期までに入りきらなくても、そのあとの日はほかの仕事に使える', () => {
    const accepted = [
      { worker: 'w1', package: 'p1', units: 10 },
      { worker: 'w1', package: 'p2', units: 3 },
    ]
    const onSite = { id: 'p2', units: 3, unitMinutes: 10, releaseDay: 0, dueDay: 4, onSite: 'east', skills: {}, equipment: [] }
    const later = { id: 'p3', units: 1, minUnits: 1, maxShare: 1, unitMinutes: 10, releaseDay: 3, dueDay: 4, skills: {}, equipment: [] }
    const given = onePair({ worker: { minutesByDay: [10, 10, 10, 20, 20] }, pack: { dueDay: 2 }, rest: { accepted } })
    const problem = mustRead({ ...given, packages: [...(given.packages ?? []), onSite, later] })
    const plan = solve(problem)
    expect(plan.overloads).toEqual([{ kind: 'accepted-hours', worker: 'w1', package: null, shortMinutes: 70 }])
    expect(plan.offers).toMatchObject([{ package: 'p3', units: 1 }])
    expect(verify(problem, plan)).toEqual([])
  })

  it('一部を引き受けた人に残りは打診できないので、上限にも数えない', () => {
    const plan = solve(mustRead(onePair({ rest: { accepted: [{ worker: 'w1', package: 'p1', units: 4 }] } })))
    expect(plan).toMatchObject({ offers: [], bound: 0, gap: 0, unfilled: [{ package: 'p1', units: 6 }] })
  })
})
