import { Worker } from 'node:worker_threads'
import type { SolverMessage, SolverTask } from './solver-thread.ts'
import type { EarlierOffer } from '../rules/replan/holding.ts'
import type { Plan } from '../rules/problem/plan.ts'
import type { Problem } from '../rules/problem/problem.ts'
import { readProblem } from '../rules/problem/reader.ts'
import type { Progress } from '../rules/solve.ts'

/** A thread that has nothing to do is kept for the next problem, because starting one costs more than a small problem. */
const idleMilliseconds = 60_000

export interface Solving {
  done: Promise<Plan>
  /** The best plan so far is given as the answer. */
  stop(): void
}

/** The problem was not well formed: `message` is the first faults with their paths. */
export class ProblemRefused extends Error {}

let idle: { thread: Worker; timer: NodeJS.Timeout } | null = null

function takeThread(): Worker {
  // A thread that fails while idle is simply not used again.
  const thread = idle?.thread ?? new Worker(new URL('./solver-thread.ts', import.meta.url)).on('error', forget)
  if (idle) clearTimeout(idle.timer)
  idle = null
  thread.ref()
  return thread
}

const forget = (): void => void (idle = null)

function giveBack(thread: Worker): void {
  thread.unref()
  if (idle) return void thread.terminate()
  const timer = setTimeout(() => {
    if (idle?.thread === thread) idle = null
    void thread.terminate()
  }, idleMilliseconds)
  timer.unref()
  idle = { thread, timer }
}

export interface SolvingOptions {
  timeLimitSeconds: number
  /** Offers of an earlier plan to stay near to. */
  earlier?: readonly EarlierOffer[] | null
  onProgress?: (progress: Progress) => void
}

/** Solves in a thread of its own, so that the server goes on answering. */
export function solveInThread(problem: Problem, options: SolvingOptions): Solving {
  const stop = new SharedArrayBuffer(4)
  return { done: solved(problem, stop, options), stop: () => void Atomics.store(new Int32Array(stop), 0, 1) }
}

async function solved(problem: Problem, stop: SharedArrayBuffer, options: SolvingOptions): Promise<Plan> {
  const read = readProblem(problem)
  if (!read.ok)
    throw new ProblemRefused(
      read.faults
        .slice(0, 3)
        .map((fault) => `${fault.path} ${fault.code}`)
        .join(', '),
    )
  const thread = takeThread()
  const task: SolverTask = { problem: read.problem, earlier: options.earlier ?? null, timeLimitSeconds: options.timeLimitSeconds, stop }
  return new Promise<Plan>((resolve, reject) => {
    const end = (): void => void thread.off('message', hear).off('error', fail).off('exit', fail)
    const hear = (message: SolverMessage): void => {
      if (message.kind === 'progress') return options.onProgress?.(message.progress)
      end()
      giveBack(thread)
      if (message.kind === 'plan') resolve(message.plan)
      else reject(new Error(message.message))
    }
    const fail = (cause: unknown): void => {
      end()
      reject(cause instanceof Error ? cause : new Error(`the solver's thread ended with ${String(cause)}`))
    }
    thread.on('message', hear).on('error', fail).on('exit', fail)
    thread.postMessage(task)
  })
}
