import { readFile, writeFile } from 'node:fs/promises'
import pg from 'pg'
import { applyMigrations, turnOf } from '../src/platform/db/migrate.ts'
import { readCatalogue } from '../src/platform/db/migration/catalogue.ts'
import { type CatalogueStep, historyFile, printHistory } from '../src/platform/db/migration/catalogue-history.ts'
import { readMigrations } from '../src/platform/db/migration/files.ts'
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres/embedded-postgres.ts'
import { areas } from './architecture/places.ts'
import { listFile, parseList, printList } from './architecture/migrations.ts'
import { databaseTypes } from './database-types.ts'
import { eventTable, readEvents } from './events.ts'

/** A file in the repository that is made from others. `npm test` fails while it is stale; `bin/kado-dev generate` writes it. */
export interface GeneratedFile {
  name: string
  /** Path from the root of the repository. */
  file: string
  generate(): Promise<string>
}

export const generatedFiles: GeneratedFile[] = [
  { name: 'list of migrations', file: listFile, generate: listMigrations },
  { name: 'catalogue of each migration', file: historyFile, generate: catalogueHistory },
  { name: 'database types', file: 'src/platform/db/schema.generated.ts', generate: typesOfMigratedDatabase },
  {
    name: 'architecture',
    file: 'ARCHITECTURE.md',
    async generate() {
      const page = fill(await readFile('ARCHITECTURE.md', 'utf8'), 'order', `\`\`\`\n${areas.join(' → ')}\n\`\`\`\n`)
      return fill(page, 'events', eventTable(await readEvents()))
    },
  },
]

/** A page whose part between the lines `<!-- NAME -->` and `<!-- /NAME -->` is `body`. Throws when it has no such part. */
export function fill(page: string, name: string, body: string): string {
  const [before, rest] = page.split(`<!-- ${name} -->\n`)
  const after = rest?.split(`<!-- /${name} -->`)[1]
  if (before === undefined || after === undefined) throw new Error(`the page has no part <!-- ${name} --> … <!-- /${name} -->`)
  return `${before}<!-- ${name} -->\n${body}<!-- /${name} -->${after}`
}

/** What is listed stays as it is, so that an edited migration is found; only new ones are added. */
async function listMigrations(): Promise<string> {
  const listed = parseList(await readFile(listFile, 'utf8').catch(() => ''))
  const migrations = await readMigrations()
  return printList(new Map([...migrations.map(({ name, sha256 }): [string, string] => [name, sha256]), ...listed]))
}

function catalogueHistory() {
  return withServer(async (config, client) => {
    const migrations = await readMigrations()
    const steps: CatalogueStep[] = []
    for (const [at, { name }] of migrations.entries()) {
      await applyMigrations(turnOf(client, config), migrations.slice(0, at + 1), null)
      await client.query('begin')
      steps.push({ name, catalogue: await readCatalogue(client) })
      await client.query('commit')
    }
    return printHistory(steps)
  })
}

function typesOfMigratedDatabase() {
  return withServer(async (config, client) => {
    await applyMigrations(turnOf(client, config), await readMigrations(), null)
    return databaseTypes(config)
  })
}

async function withServer(work: (config: pg.ClientConfig, client: pg.Client) => Promise<string>): Promise<string> {
  const { config, stop } = await startEmbeddedPostgres({ ephemeral: true })
  const client = new pg.Client(config)
  try {
    await client.connect()
    return await work(config, client)
  } finally {
    await client.end()
    await stop()
  }
}

/** Says which generated files differ from what their sources give now. */
export async function staleFiles(files: GeneratedFile[] = generatedFiles): Promise<string[]> {
  const stale: string[] = []
  for (const { file, generate } of files) {
    const fresh = await generate()
    const present = await readFile(file, 'utf8').catch(() => null)
    if (present !== fresh) stale.push(`${file}: is stale: run bin/kado-dev generate and commit the file`)
  }
  return stale
}

export async function writeGeneratedFiles(files: GeneratedFile[] = generatedFiles): Promise<void> {
  for (const { file, generate } of files) {
    await writeFile(file, await generate())
    process.stdout.write(`${file}\n`)
  }
}
