import { run } from './matching/main.ts'
import { writeSection } from './report.ts'

/** Measures the matching engine and writes its section of docs/benchmarks.md. */
await run(
  (markdown) => writeSection('matching', markdown),
  (line) => process.stderr.write(`${line}\n`),
)
