import { describe, expect, it } from 'vitest'
import type { Problem } from '../rules/problem/problem.ts'
import { readProblem } from '../rules/problem/reader.ts'
import { verify } from '../rules/verify/verify.ts'
import { ProblemRefused, solveInThread } from './solve-in-thread.ts'

function problemOf(workers: number, packages: number): Problem {
  const read = readProblem({
    days: 14,
    workers: Array.from({ length: workers }, (_, index) => ({
      id: `w${index}`,
      minutesByDay: [60 + (index % 5) * 30],
      skills: { entry: 1 + (index % 3) },
    })),
    packages: Array.from({ length: packages }, (_, index) => ({
      id: `p${index}`,
      units: 40 + index,
      unitMinutes: 3 + (index % 7),
      skills: { entry: 1 + (index % 3) },
      minUnits: 2,
    })),
  })
  if (!read.ok) throw new Error('the problem is not well formed')
  return read.problem
}

describe('別のスレッドで解く', () => {
  it('計画を返し、検査に通る', async () => {
    const problem = problemOf(12, 6)
    const plan = await solveInThread(problem, { timeLimitSeconds: 5 }).done
    expect(plan.offers.length).toBeGreaterThan(0)
    expect(verify(problem, plan)).toEqual([])
  })

  it('止めると、その時点で最もよい計画を返す', async () => {
    const problem = problemOf(400, 200)
    const solving = solveInThread(problem, { timeLimitSeconds: 120, onProgress: () => solving.stop() })
    const plan = await solving.done
    expect(plan.stats.stopped).toBe('asked')
    expect(verify(problem, plan)).toEqual([])
  })

  it('形の正しくない問題は、場所を添えて断る', async () => {
    const problem = { ...problemOf(1, 1), declined: [{ worker: 'w0', package: 'nobody-knows' }] }
    await expect(solveInThread(problem, { timeLimitSeconds: 1 }).done).rejects.toThrow(ProblemRefused)
  })
})
