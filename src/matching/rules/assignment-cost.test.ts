import loadHighs from 'highs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mustRead } from './small-problems.ts'
import { solve } from './solve.ts'
import { verify } from './verify.ts'

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
  const once = input.packages.map((job) => `${input.pairs.filter((pair) => pair.package === job.id).map(name).join(' + ')} = 1`)
  const fits = input.workers.map((one) => `${input.pairs.filter((pair) => pair.worker === one.id).map((pair) => `${pair.unitMinutes} ${name(pair)}`).join(' + ')} <= ${one.maxMinutes}`)
  const cost = input.pairs.map((pair) => `${pair.cost} ${name(pair)}`).join(' + ')
  const solution = highs.solve(`Minimize\n obj: ${cost}\nSubject To\n${[...once, ...fits].join('\n')}\nBinary\n${input.pairs.map(name).join(' ')}\nEnd`, { output_flag: false })
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
})
