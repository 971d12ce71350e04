import { parentPort, workerData } from 'node:worker_threads'

/** Lets one large Excel file after the other be made until it is told to stop, in a thread of its own, so that its bytes keep no other request waiting. */
const { url, headers, columns, rows } = workerData as { url: string; headers: Record<string, string>; columns: number; rows: number }
const body = JSON.stringify({
  name: 'Load',
  columns: Array.from({ length: columns }, (_, n) => `Column ${n}`),
  rows: Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_, n) => (n % 2 === 0 ? row * n : `Row ${row}, ${n}`))),
})
let isOver = false
parentPort?.once('message', () => (isOver = true))
let files = 0
while (!isOver) {
  const answer = await fetch(`${url}/api/platform/tables.xlsx`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body,
  })
  await answer.arrayBuffer()
  if (!answer.ok) throw new Error(`The export answered ${answer.status}.`)
  files++
}
parentPort?.postMessage(files)
