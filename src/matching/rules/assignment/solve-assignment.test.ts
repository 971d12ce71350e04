import loadHighs from 'highs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mustRead } from '../../../../test/support/small-problems.ts'
import { solve } from '../solve.ts'
import { verify } from '../verify/verify.ts'

const highs = await loadHighs()

const table = fc.record({
  people: fc.integer({ min: 1, max: 4 }),
  jobs: fc.integer({ min: 1, max: 8 }),
  numbers: fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 64, maxLength: 64 }),
  room: fc.integer({ min: 5, max: 60 }),
})

function inputOf({ people, jobs, numbers, room }: { people: number; jobs: number; numbers: number[]; room: number }) {
  const pairs = Array.from({ length: people * jobs }, (_, at) => ({
    worker: `a${Math.floor(at / jobs)}`,
    package: `j${at % jobs}`,
    cost: numbers[at % 64] ?? 1,
    unitMinutes: numbers[(at * 7 + 3) % 64] ?? 1,
  }))
  return {
    objective: 'assignment-cost' as const,
    workers: Array.from({ length: people }, (_, index) => ({ id: `a${index}`, maxMinutes: room })),
    packages: Array.from({ length: jobs }, (_, index) => ({ id: `j${index}`, units: 1, indivisible: true })),
    pairs,
  }
}

function leastCost(input: ReturnType<typeof inputOf>): number | null {
  const name = (pair: { worker: string; package: string }) => `x_${pair.worker}_${pair.package}`
  const once = input.packages.map(
    (job) =>
      `${input.pairs
        .filter((pair) => pair.package === job.id)
        .map(name)
        .join(' + ')} = 1`,
  )
  const fits = input.workers.map(
    (one) =>
      `${input.pairs
        .filter((pair) => pair.worker === one.id)
        .map((pair) => `${pair.unitMinutes} ${name(pair)}`)
        .join(' + ')} <= ${one.maxMinutes}`,
  )
  const cost = input.pairs.map((pair) => `${pair.cost} ${name(pair)}`).join(' + ')
  const solution = highs.solve(
    `Minimize\n obj: ${cost}\nSubject To\n${[...once, ...fits].join('\n')}\nBinary\n${input.pairs.map(name).join(' ')}\nEnd`,
    { output_flag: false },
  )
  return solution.Status === 'Optimal' ? solution.ObjectiveValue : null
}

describe('丸ごとの割り当て', () => {
  it('HiGHSの最小費用に届き、下限はそれを超えない', () => {
    fc.assert(
      fc.property(table, (drawn) => {
        const input = inputOf(drawn)
        const problem = mustRead(input)
        const plan = solve(problem, { iterations: 50 })
        expect(verify(problem, plan)).toEqual([])
        const least = leastCost(input)
        if (least === null) {
          expect(plan.unfilled.length).toBeGreaterThan(0)
          return
        }
        expect(plan.unfilled).toEqual([])
        expect(plan.objective.total).toBeCloseTo(least, 6)
        expect(plan.bound).toBeLessThanOrEqual(least + 1e-6)
      }),
      { numRuns: 30 },
    )
  }, 30_000)

  const middle = inputOf({ people: 4, jobs: 48, numbers: Array.from({ length: 64 }, (_, at) => 1 + ((at * 37 + 11) % 61)), room: 420 })

  it('同じ種と同じ手数なら一字も違わない', () => {
    const once = JSON.stringify(solve(mustRead(middle), { iterations: 400, seed: 7 }))
    expect(JSON.stringify(solve(mustRead(middle), { iterations: 400, seed: 7 }))).toBe(once)
  })

  it('中くらいの問題でも違反が無く、下限は費用を超えない', () => {
    const problem = mustRead(middle)
    const plan = solve(problem, { iterations: 400 })
    expect(verify(problem, plan)).toEqual([])
    expect(plan.unfilled).toEqual([])
    expect(plan.bound).toBeLessThanOrEqual(plan.objective.total)
    expect(plan.gap).toBeLessThan(0.01)
  })

  it('入りきらないときは、入らない仕事と足りない分を答える', () => {
    const problem = mustRead({ ...middle, workers: middle.workers.map((worker) => ({ ...worker, maxMinutes: 60 })) })
    const plan = solve(problem, { iterations: 50 })
    expect(verify(problem, plan)).toEqual([])
    expect(plan.unfilled.length).toBeGreaterThan(0)
    for (const one of plan.unfilled) expect(one.reason.gate).toBe('hours')
  })

  it('すぐに止められても、空きのある人に渡せる仕事はすべて渡す', () => {
    const problem = mustRead({ ...middle, workers: middle.workers.map((worker) => ({ ...worker, maxMinutes: 600 })) })
    const plan = solve(problem, { shouldStop: () => true })
    expect(verify(problem, plan)).toEqual([])
    expect(plan.unfilled).toEqual([])
    expect(plan.stats.stopped).toBe('asked')
  })

  it('費用が同じ人が多く、分だけが分かれ目でも、最小費用に届く', () => {
    const minutes = [11, 12, 13, 11, 12, 13, 19, 20, 21]
    const pairs = [0, 1, 2].flatMap((person) =>
      minutes.map((one, job) => ({
        worker: `a${person}`,
        package: `j${job}`,
        cost: person === 2 ? 11 : 10,
        unitMinutes: one + ((job * person) % 3),
      })),
    )
    const problem = mustRead({
      objective: 'assignment-cost',
      workers: [0, 1, 2].map((person) => ({ id: `a${person}`, maxMinutes: 46 })),
      packages: minutes.map((_, job) => ({ id: `j${job}`, units: 1, indivisible: true })),
      pairs,
    })
    const plan = solve(problem, { iterations: 50 })
    expect(verify(problem, plan)).toEqual([])
    expect(plan.unfilled).toEqual([])
    expect(plan.objective.total).toBe(plan.bound)
  })

  it('分がとても大きくても、費用に端数があっても、違反が無い', () => {
    const large = {
      ...middle,
      workers: middle.workers.map((worker) => ({ ...worker, maxMinutes: worker.maxMinutes * 10_000 })),
      pairs: middle.pairs.map((pair) => ({ ...pair, cost: pair.cost + 0.25, unitMinutes: pair.unitMinutes * 10_000 })),
    }
    const problem = mustRead(large)
    const plan = solve(problem, { iterations: 100 })
    expect(verify(problem, plan)).toEqual([])
    expect(plan.unfilled).toEqual([])
    expect(plan.bound).toBeLessThanOrEqual(plan.objective.total + 1e-6)
  })
})
