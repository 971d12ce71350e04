import { execFileSync } from 'node:child_process'
import { cpus, loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import planning from '../../bin/planning.json' with { type: 'json' }
import { type Row, tableOf } from './measure.ts'
import { subjects } from './subjects.ts'

const note =
  'CPU seconds are those of the whole process on one thread of computation, collection of garbage included. ' +
  'A certified gap is (bound − plan) ÷ bound. Types D and E have no best known cost here, so their gap is the one to the bound of the same run. ' +
  'HiGHS is its WASM build and solves the linear relaxation without release days and seats, which is easier than the problem that KADO solves.'

/**
 * Measures the named subjects, or all, each in a process started like `kado plan`, and answers a section in markdown; what is not measured
 * stays as the section says by then.
 */
export function run(names: readonly string[], section: () => string): string {
  const script = fileURLToPath(new URL('./subject.ts', import.meta.url))
  const measured = new Map<string, string>()
  for (const name of Object.keys(subjects)) {
    if (names.length > 0 && !names.includes(name)) continue
    const text = execFileSync(process.execPath, [...planning.flags, script, name], {
      encoding: 'utf8',
      maxBuffer: 1e8,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const rows: Row[] = JSON.parse(text)
    // Latencies are wall clock, so a busy machine must be seen beside them.
    measured.set(
      name,
      `${tableOf(rows)}\n\nLoad average of the machine in the last five minutes: ${(loadavg()[1] ?? 0).toFixed(1)} on ${cpus().length} cores.`,
    )
  }
  const before = section()
  const tables = Object.keys(subjects).flatMap((name) => {
    const heading = `### ${name}\n\n`
    const table =
      measured.get(name) ??
      before
        .split(heading)[1]
        ?.split(/\n\n(?=#)/)[0]
        ?.trimEnd()
    return table === undefined ? [] : [heading + table]
  })
  return [note, ...tables].join('\n\n')
}
