import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { type Row, tableOf } from './measure.ts'
import { subjects } from './subjects.ts'

const note =
  'CPU seconds are those of the whole process on one thread of computation, collection of garbage included. A certified gap is (bound − plan) ÷ bound. Types D and E have no best known cost here, so their gap is the one to the bound of the same run. HiGHS is its WASM build and solves the linear relaxation without release days and seats, which is easier than the problem that KADO solves.'

/** Measures the named subjects, or all, and answers a section in markdown; what is not measured stays as `before` has it. */
export function run(names: readonly string[], before: string): string {
  const script = fileURLToPath(new URL('./subject.ts', import.meta.url))
  const tables = Object.keys(subjects).flatMap((name) => {
    const heading = `### ${name}\n\n`
    if (names.length > 0 && !names.includes(name)) {
      const known = before.indexOf(heading)
      return known < 0 ? [] : [before.slice(known).split(/\n\n(?=#)/)[0]?.trimEnd() ?? '']
    }
    const text = execFileSync(process.execPath, [script, name], { encoding: 'utf8', maxBuffer: 1e8, stdio: ['ignore', 'pipe', 'inherit'] })
    const rows: Row[] = JSON.parse(text)
    return [heading + tableOf(rows)]
  })
  return [note, ...tables].join('\n\n')
}
