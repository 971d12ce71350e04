import { once } from 'node:events'
import { generateProgramme } from './generate.ts'

/** Writes a generated problem in the line form of `kado plan` to standard output: `node generate-lines.ts WORKERS PACKAGES LOAD`. */
const [workers = 1000, packages = 100, load = 0.85] = process.argv.slice(2).map(Number)
const { workers: people, packages: work, sites, municipalities, pairs, ...header } = generateProgramme({ workers, packages, load, seed: 3 })
const lists = { worker: people, package: work, site: sites, municipality: municipalities, pair: pairs }
let part = `${JSON.stringify(header)}\n`
for (const [kind, rows] of Object.entries(lists)) {
  for (const row of rows ?? []) {
    part += `${JSON.stringify({ kind, ...row })}\n`
    if (part.length < 1 << 16) continue
    if (!process.stdout.write(part)) await once(process.stdout, 'drain')
    part = ''
  }
}
process.stdout.write(part)
