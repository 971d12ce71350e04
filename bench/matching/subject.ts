import { subjects } from './subjects.ts'

/** Measures one subject and prints its rows as JSON: `node subject.ts NAME`. */
const measure = subjects[process.argv[2] ?? '']
if (measure === undefined) throw new Error(`one of ${Object.keys(subjects).join(', ')}`)
const rows = await measure((line) => process.stderr.write(`${line}\n`))
process.stdout.write(`${JSON.stringify(rows)}\n`)
