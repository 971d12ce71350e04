import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { type EverydayCall, sendSteadily, type Steady } from './steady.ts'

const [columns, rows] = [12, 50_000]
export const exportedCells = columns * rows

export interface Exporting {
  alone: Steady
  beside: Steady
  /** Files of `exportedCells` cells that were made meanwhile. */
  files: number
}

/**
 * The same calls at the same rate, alone and while somebody with the session of the first call lets one large Excel file after the
 * other be made.
 */
export async function besideExports(calls: readonly EverydayCall[], rate: { perSecond: number; seconds: number }): Promise<Exporting> {
  const alone = await sendSteadily(calls, rate)
  const [first] = calls
  if (!first) throw new Error('nobody calls')
  const exporter = new Worker(new URL('./exporter.ts', import.meta.url), {
    workerData: { url: first.url.origin, headers: first.headers, columns, rows },
  })
  const made = once(exporter, 'message')
  // The first file is under way when the others begin.
  await wait(2_000)
  const beside = await sendSteadily(calls, rate)
  exporter.postMessage('stop')
  const [files] = (await made) as [number]
  return { alone, beside, files }
}
