import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import type pg from 'pg'
import type { Actor } from '../../src/platform/access.ts'
import type { Database } from '../../src/platform/db/db.ts'
import { query, type Read } from '../../src/platform/read.ts'
import { listTenants } from '../../src/platform/tenants.ts'
import { run } from './global-database.ts'

/** Dumps of the releases, `NAME.br`, with some of their figures, `NAME.json`. `bin/kado-dev dump-release` writes them. */
export const releaseFolder = join(import.meta.dirname, '..', 'releases')

export const releases = async (): Promise<string[]> =>
  (await readdir(releaseFolder)).filter((file) => file.endsWith('.br')).map((file) => file.replace('.br', ''))

/** Puts the dump of a release into a bare database; the planner must know its tables before they are read. */
export async function restoreRelease(config: pg.ClientConfig, name: string): Promise<void> {
  await run(config, brotliDecompressSync(await readFile(join(releaseFolder, `${name}.br`))).toString())
  await run(config, 'analyze')
}

/** The figures that a version answered to a read; a later one must answer them too, whatever it adds. */
export interface Figures {
  read: string
  input: unknown
  figures: unknown
}

export const keptFigures = async (name: string): Promise<Figures[]> =>
  JSON.parse(await readFile(join(releaseFolder, `${name}.json`), 'utf8'))

/** Asks the only programme of a database for the figures of its sheets, of some statements and of its books. */
export async function figuresOf(database: Database, reads: readonly Read[]): Promise<Figures[]> {
  const [programmeId = ''] = await listTenants(database)
  const figures: Figures[] = []
  const ask = async (name: string, input: unknown): Promise<Record<string, { id: string }[]>> => {
    const read = reads.find(({ contract }) => `${contract.area}.${contract.name}` === name)
    if (!read) throw new Error(`There is no read ${name}.`)
    return (await query(database, read, { programmeId, input }, async () => keeperOf(programmeId), 'keeper')) as never
  }
  const keep = async (name: string, input: unknown) => figures.push({ read: name, input, figures: figuresIn(await ask(name, input)) })
  const { rows: municipalities = [] } = await ask('programme.municipalities', {})
  for (const { id } of municipalities) await keep('indicators.sheet', { fiscalYear: 2022, municipalityId: id })
  const { rows: statements = [] } = await ask('money.statements', {})
  for (const { id } of statements.slice(0, 5)) await keep('money.statement', { statementId: id })
  await keep('money.trial-balance', { from: '2022-04-01', to: '2023-03-31' })
  await keep('money.profit', { fiscalYear: 2022 })
  return figures
}

/** Somebody of the office and of the administration. */
const keeperOf = (programmeId: string): Actor => ({
  userId: 'keeper',
  grants: (['office', 'administrator'] as const).map((role) => ({ role, scopeKind: 'programme', scopeId: programmeId })),
  fresh: true,
})

const cells = ['target', 'actual', 'rate', 'baseline', 'finalTarget']

/** The same answer with its numbers and the cells of its indicators alone; undefined where it has none. */
function figuresIn(answer: unknown): unknown {
  if (typeof answer === 'number') return answer
  if (typeof answer !== 'object' || answer === null) return undefined
  const parts = Object.entries(answer).map(([key, value]) => [key, cells.includes(key) ? value : figuresIn(value)] as const)
  const kept = parts.filter(([, value]) => value !== undefined)
  if (kept.length === 0) return undefined
  return Array.isArray(answer) ? kept.map(([, value]) => value) : Object.fromEntries(kept)
}
