import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { gapRows } from './gap.ts'
import type { LargeResult, Latency } from './large.ts'
import { percent, type Row, seconds, tableOf } from './measure.ts'
import { indivisibleRow, smallRows } from './programme.ts'

/** Measures every row of the table of figures and gives it as markdown; `note` hears the single results. */
export async function run(write: (markdown: string) => void, note: (line: string) => void = () => undefined): Promise<void> {
  const rows = [...(await smallRows(note)), ...largeRows(note), indivisibleRow(note), ...gapRows(note)]
  write(`CPU seconds on one thread. Types D and E have no best known cost here, so their gap is the one to the engine's own bound.\n\n${tableOf(rows)}`)
}

function largeRows(note: (line: string) => void): Row[] {
  const middle = measured(note, 10_000, 1000, 0.85, 'loss')
  const large = measured(note, 100_000, 5000, 0.9, 'latency')
  const crowded = measured(note, 100_000, 5000, 1.3)
  return [
    sizeRow('10,000 × 1,000', middle, { gap: 0.003, time: 4, aim: '0.15 %; 2 s' }),
    sizeRow('100,000 × 5,000, load 0.9', large, { gap: 0.005, time: 15, aim: '0.25 %; 10 s' }),
    memoryRow(large),
    sizeRow('100,000 × 5,000, load 1.3', crowded, { gap: 0.01, time: Number.POSITIVE_INFINITY, aim: '0.5 %' }),
    latencyRow('decline', large.decline, { p99: 5, p999: 15, aim: '2 / 8 ms' }),
    latencyRow('illness', large.illness, { p99: 15, p999: Number.POSITIVE_INFINITY, aim: '6 ms' }),
    {
      measure: 'loss against a new plan after 5 % declines and 2 % ill (10,000 × 1,000)',
      measured: percent(middle.loss ?? 1),
      must: '≤ 1.0 %',
      aim: '0.4 %',
      met: (middle.loss ?? 1) <= 0.01,
    },
  ]
}

function measured(note: (line: string) => void, ...size: (number | string)[]): LargeResult {
  const script = fileURLToPath(new URL('./large.ts', import.meta.url))
  const text = execFileSync(process.execPath, [script, ...size.map(String)], { encoding: 'utf8', maxBuffer: 1e8 })
  note(`${size.join(' ')}: ${text.trim()}`)
  const result: LargeResult = JSON.parse(text)
  return result
}

function sizeRow(what: string, result: LargeResult, goal: { readonly gap: number; readonly time: number; readonly aim: string }): Row {
  return {
    measure: `${what}: certified gap; CPU time; ${(result.arcs / 1e6).toFixed(1)} M arcs`,
    measured: `${percent(result.gap)}; ${seconds(result.cpuSeconds)}; ${result.violations} violations`,
    must: `≤ ${percent(goal.gap, 2)}${Number.isFinite(goal.time) ? `; ${goal.time} s` : ''}`,
    aim: goal.aim,
    met: result.gap <= goal.gap && result.cpuSeconds <= goal.time && result.violations === 0,
  }
}

function memoryRow(result: LargeResult): Row {
  const megabytes = Math.round(result.peakMegabytes)
  return { measure: '100,000 × 5,000: peak resident memory, problem and plan as objects included', measured: `${megabytes} MB`, must: '≤ 500 MB', aim: '–', met: megabytes <= 500 }
}

function latencyRow(what: string, latency: Latency | null, goal: { readonly p99: number; readonly p999: number; readonly aim: string }): Row {
  const { p99, p999, count } = latency ?? { p99: Number.NaN, p999: Number.NaN, count: 0 }
  return {
    measure: `${what} at 100,000 × 5,000: p99 / p99.9 of ${count}`,
    measured: `${p99.toFixed(2)} / ${p999.toFixed(2)} ms`,
    must: Number.isFinite(goal.p999) ? `${goal.p99} / ${goal.p999} ms` : `${goal.p99} ms`,
    aim: goal.aim,
    met: p99 <= goal.p99 && p999 <= goal.p999,
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await run(
    (markdown) => process.stdout.write(`${markdown}\n`),
    (line) => process.stderr.write(`${line}\n`),
  )
}
