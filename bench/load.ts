import { parseArgs } from 'node:util'
import { ratio, writeSection, type Row } from './report.ts'
import { withDemo } from './server/demo.ts'
import { residentMegabytes } from './server/load.ts'
import { everydayCalls } from './server/everyday.ts'
import { besideExports, exportedCells, type Exporting } from './server/exporting.ts'
import { sendSteadily, type Steady } from './server/steady.ts'

/**
 * `load [--rate 300] [--seconds 60] [--data FOLDER]`: mixed requests of every role against the demo at a steady rate, whether
 * the server keeps up or not. The demo is loaded anew, or copied from a data folder. Writes the section of docs/benchmarks.md;
 * the exit code is 1 when a goal is missed. Afterwards, at a third of the rate, the same beside large exports.
 */
const limitMilliseconds = 300
const limitMegabytes = 200
const { values } = parseArgs({
  options: { rate: { type: 'string', default: '300' }, seconds: { type: 'string', default: '60' }, data: { type: 'string' } },
})
const [perSecond, seconds] = [Number(values.rate), Number(values.seconds)]

const mostSlowedDown = 2
const [measured, memory, exporting] = await withDemo(values.data, async (app) => {
  const calls = await everydayCalls(app.url)
  await sendSteadily(calls, { perSecond: Math.min(perSecond, 100), seconds: 5 })
  const together = await sendSteadily(calls, { perSecond, seconds })
  const megabytes = residentMegabytes(app.child.pid)
  return [together, megabytes, await besideExports(calls, { perSecond: perSecond / 3, seconds: seconds / 3 })] as const
})
writeSection('load', [...rowsOf(measured, memory), rowOf(exporting)])
for (const [error, count] of Object.entries(measured.errors)) process.stderr.write(`${count} × ${error}\n`)
const isMet =
  measured.p99 <= limitMilliseconds &&
  memory <= limitMegabytes &&
  exporting.beside.p99 <= mostSlowedDown * exporting.alone.p99 &&
  Object.keys({ ...measured.errors, ...exporting.beside.errors }).length === 0
process.exitCode = isMet ? 0 : 1

function rowOf({ alone, beside, files }: Exporting): Row {
  return {
    what: `p99 of the others while ${files} Excel files of ${exportedCells.toLocaleString('en')} cells are made, one after the other`,
    peer: 'the same requests without',
    ours: `${beside.p99} ms`,
    theirs: `${alone.p99} ms`,
    ratio: ratio(beside.p99, alone.p99),
    goal: `≤ ${mostSlowedDown.toFixed(2)} ×`,
  }
}

function rowsOf(measured: Steady, memory: number): Row[] {
  const errors = Object.values(measured.errors).reduce((sum, count) => sum + count, 0)
  const answered = Math.round(measured.count / measured.seconds)
  const mixture = `${measured.count.toLocaleString('en')} mixed requests of the demo's people in ${seconds} s, one in eight a write`
  return [
    { what: mixture, peer: 'sent', ours: `${answered}/s`, theirs: `${perSecond}/s`, ratio: ratio(answered, perSecond), goal: '≥ 1.00 ×' },
    {
      what: 'p99, counted from when the request was due',
      peer: 'limit',
      ours: `${measured.p99} ms`,
      theirs: `${limitMilliseconds} ms`,
      ratio: ratio(measured.p99, limitMilliseconds),
      goal: '≤ 1.00 ×',
    },
    { what: 'median', peer: 'limit', ours: `${measured.median} ms`, theirs: '–', ratio: '–', goal: '–' },
    { what: 'answers other than 200', peer: 'limit', ours: String(errors), theirs: '0', ratio: '–', goal: '0' },
    {
      what: 'resident memory of the application at the end',
      peer: 'limit',
      ours: `${memory} MB`,
      theirs: `${limitMegabytes} MB`,
      ratio: ratio(memory, limitMegabytes),
      goal: '≤ 1.00 ×',
    },
  ]
}
