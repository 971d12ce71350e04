import { parentPort } from 'node:worker_threads'
import type { EarlierOffer } from '../rules/replan/holding.ts'
import { refresh } from '../rules/replan/refresh.ts'
import { type Progress, solve } from '../rules/solve.ts'
import type { Plan } from '../rules/problem/plan.ts'
import type { Problem } from '../rules/problem/problem.ts'

/** What the thread is told, and what it answers; one task at a time. */
export interface SolverTask {
  problem: Problem
  /** Offers to stay near to, when a plan is refreshed. */
  earlier: readonly EarlierOffer[] | null
  timeLimitSeconds: number
  /** One number that is not 0 once somebody asked to stop. */
  stop: SharedArrayBuffer
}
export type SolverMessage = { kind: 'progress'; progress: Progress } | { kind: 'plan'; plan: Plan } | { kind: 'failed'; message: string }

/** Milliseconds between two messages about progress. */
const progressPause = 200

const tell = (message: SolverMessage): void => parentPort?.postMessage(message)

function work({ problem, earlier, timeLimitSeconds, stop }: SolverTask): void {
  const asked = new Int32Array(stop)
  let next = 0
  const options = {
    timeLimitSeconds,
    clock: () => performance.now() / 1_000,
    shouldStop: () => Atomics.load(asked, 0) !== 0,
    onProgress: (progress: Progress) => {
      const now = Date.now()
      if (now < next) return
      next = now + progressPause
      tell({ kind: 'progress', progress })
    },
  }
  tell({ kind: 'plan', plan: earlier === null ? solve(problem, options) : refresh(problem, earlier, options) })
}

parentPort?.on('message', (task: SolverTask) => {
  try {
    work(task)
  } catch (error) {
    tell({ kind: 'failed', message: error instanceof Error ? error.message : String(error) })
  }
})
