import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { run } from './matching/main.ts'
import { subjects } from './matching/subjects.ts'
import { writeSection } from './report.ts'

/** Measures the matching engine and writes its section of docs/benchmarks.md; `--rows small,large` measures only these and keeps the others. */
const { values } = parseArgs({ options: { rows: { type: 'string' } } })
const names = values.rows?.split(',') ?? []
const unknown = names.filter((name) => !Object.hasOwn(subjects, name))
if (unknown.length > 0) {
  process.stderr.write(`${unknown.join(', ')}: no such rows. Known: ${Object.keys(subjects).join(', ')}\n`)
  process.exitCode = 2
} else {
  const section = () => readFileSync(new URL('../docs/benchmarks.md', import.meta.url), 'utf8').split('\n## matching\n')[1] ?? ''
  writeSection('matching', run(names, section))
}
