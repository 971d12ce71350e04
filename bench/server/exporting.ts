import { setTimeout as wait } from 'node:timers/promises'
import { type EverydayCall, sendSteadily, type Steady } from './steady.ts'

const columns = 12
const rows = 50_000
const table = JSON.stringify({
  name: 'Load',
  columns: Array.from({ length: columns }, (_, n) => `Column ${n}`),
  rows: Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_, n) => (n % 2 === 0 ? row * n : `Row ${row}, ${n}`))),
})
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
  let isOver = false
  let files = 0
  const [first] = calls
  if (!first) throw new Error('nobody calls')
  const exporting = (async () => {
    while (!isOver) {
      const answer = await fetch(new URL('/api/platform/tables.xlsx', first.url), {
        method: 'POST',
        headers: { ...first.headers, 'content-type': 'application/json' },
        body: table,
      })
      await answer.arrayBuffer()
      if (!answer.ok) throw new Error(`The export answered ${answer.status}.`)
      files++
    }
  })()
  // The first file is under way when the others begin.
  await wait(500)
  const beside = await sendSteadily(calls, rate)
  isOver = true
  await exporting
  return { alone, beside, files }
}
