import { parseArgs } from 'node:util'
import { ratio, writeSection, type Row } from './report.ts'
import { withDemo } from './server/demo.ts'
import { residentMegabytes } from './server/load.ts'
import { everydayCalls } from './server/everyday.ts'
import { sendSteadily, type Steady } from './server/steady.ts'

/**
 * `load [--rate 300] [--seconds 60] [--data FOLDER]`: mixed requests of every role against the demo at a steady rate, whether
 * the server keeps up or not. The demo is loaded anew, or copied from a data folder. Writes the section of docs/benchmarks.md;
 * the exit code is 1 when a goal is missed.
 */
const limitMilliseconds = 300
const limitMegabytes = 200
const { values } = parseArgs({
  options: { rate: { type: 'string', default: '300' }, seconds: { type: 'string', default: '60' }, data: { type: 'string' } },
})
const [perSecond, seconds] = [Number(values.rate), Number(values.seconds)]

const [measured, memory] = await withDemo(values.data, async (app) => {
  const calls = await everydayCalls(app.url)
  await sendSteadily(calls, { perSecond: Math.min(perSecond, 100), seconds: 5 })
  return [await sendSteadily(calls, { perSecond, seconds }), residentMegabytes(app.child.pid)] as const
})
writeSection('load', rowsOf(measured, memory))
for (const [error, count] of Object.entries(measured.errors)) process.stderr.write(`${count} × ${error}\n`)
const isMet = measured.p99 <= limitMilliseconds && memory <= limitMegabytes && Object.keys(measured.errors).length === 0
process.exitCode = isMet ? 0 : 1

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
