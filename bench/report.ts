import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'

export interface Row {
  what: string
  peer: string
  ours: string
  theirs: string
  ratio: string
  goal: string
}

const file = new URL('../docs/benchmarks.md', import.meta.url)
const heading =
  '# Benchmarks\n\nWritten by `npm run bench`, `node bin/kado-dev load` and `npm run bench:matching`. Each ratio compares two measurements of the same run.\n'

export const ratio = (ours: number, theirs: number): string => `${(ours / theirs).toFixed(2)} ×`

export function table(rows: readonly Row[]): string {
  const lines = rows.map((row) => `| ${row.what} | ${row.ours} | ${row.peer}: ${row.theirs} | ${row.ratio} | ${row.goal} |`)
  return ['| measure | KADO | peer | ratio | goal |', '|---|---|---|---|---|', ...lines].join('\n')
}

/** Replaces one section of docs/benchmarks.md and prints it. */
export function writeSection(name: string, rows: readonly Row[] | string): void {
  const body = typeof rows === 'string' ? rows : table(rows)
  const machine =
    `${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GiB, ` +
    `Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}`
  const section = `## ${name}\n\n${machine}\n\n${body}\n`
  const text = existsSync(file) ? readFileSync(file, 'utf8') : heading
  const known = new RegExp(`^## ${name}\\n[\\s\\S]*?(?=^## |$(?![\\s\\S]))`, 'm')
  writeFileSync(
    file,
    known.test(text)
      ? text
          .replace(known, () => `${section}\n`)
          .replace(/\n{3,}/g, '\n\n')
          .replace(/\n+$/, '\n')
      : `${text.trimEnd()}\n\n${section}`,
  )
  process.stdout.write(`${section}\n`)
}
