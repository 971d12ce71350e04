import { readProblem, type ProblemInput } from '../../src/matching/rules/problem/reader.ts'
import type { Problem } from '../../src/matching/rules/problem/problem.ts'

/** CPU seconds of this process since a start, user and system. */
export function cpuClock(): () => number {
  const start = process.cpuUsage()
  return () => {
    const used = process.cpuUsage(start)
    return (used.user + used.system) / 1e6
  }
}

/** The most memory that this process has held so far, in MB. */
export const peakMegabytes = (): number => Math.round(process.resourceUsage().maxRSS / 1024)

/** Hears single results while a row is measured. */
export type Note = (line: string) => void

export function read(input: ProblemInput): Problem {
  const answer = readProblem(input)
  if (!answer.ok) throw new Error(JSON.stringify(answer.faults[0]))
  return answer.problem
}

export const percent = (part: number, digits = 3): string => `${(100 * part).toFixed(digits)} %`
export const seconds = (value: number): string => `${value.toFixed(2)} s`

export function percentile(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0
}

export const mean = (list: readonly number[]): number => list.reduce((sum, one) => sum + one, 0) / Math.max(1, list.length)

/** One row of the table: what, the measurement, must, aim, and whether must is met. */
export type Row = {
  readonly measure: string
  readonly measured: string
  readonly must: string
  readonly aim: string
  readonly met: boolean
}

export function tableOf(rows: readonly Row[]): string {
  const lines = rows.map((row) => `| ${row.measure} | ${row.measured} | ${row.must} | ${row.aim} | ${row.met ? 'yes' : 'no'} |`)
  return ['| measure | measured | must | aim | must met |', '|---|---|---|---|---|', ...lines].join('\n')
}
