import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { readProblem } from '../rules/problem/reader.ts'
import { refresh } from '../rules/replan/refresh.ts'
import { solve } from '../rules/solve.ts'
import type { SolverMessage } from './solver-thread.ts'

const read = readProblem({ days: 7, workers: [{ id: 'w', minutesByDay: [60] }], packages: [{ id: 'p', units: 10, unitMinutes: 3 }] })

test('スレッドは課題に続けて答え、解けない課題のあとも働く', async () => {
  if (!read.ok) throw new Error('the problem is not well formed')
  const thread = new Worker(new URL('./solver-thread.ts', import.meta.url))
  const ask = async (task: unknown): Promise<SolverMessage> => {
    thread.postMessage(task)
    for (;;) {
      const [message]: SolverMessage[] = await once(thread, 'message')
      if (message && message.kind !== 'progress') return message
    }
  }
  const stop = new SharedArrayBuffer(4)
  expect(await ask({ problem: null, earlier: null, timeLimitSeconds: 1, stop })).toMatchObject({ kind: 'failed' })
  expect(await ask({ problem: read.problem, earlier: null, timeLimitSeconds: 5, stop })).toMatchObject({
    kind: 'plan',
    plan: { offers: solve(read.problem).offers },
  })
  const earlier = [{ worker: 'w', package: 'p', units: 4, byDay: [] }]
  expect(await ask({ problem: read.problem, earlier, timeLimitSeconds: 5, stop })).toMatchObject({
    kind: 'plan',
    plan: { offers: refresh(read.problem, earlier).offers },
  })
  await thread.terminate()
})
