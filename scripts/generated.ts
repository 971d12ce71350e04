import { readFile, writeFile } from 'node:fs/promises'
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres/embedded-postgres.ts'
import { migrate } from '../src/platform/db/migrate.ts'
import { databaseTypes } from './database-types.ts'

/** A file in the repository that is made from others. `npm test` fails while it is stale; `bin/kado-dev generate` writes it. */
export interface GeneratedFile {
  name: string
  /** Path from the root of the repository. */
  file: string
  generate(): Promise<string>
}

export const generatedFiles: GeneratedFile[] = [
  { name: 'database types', file: 'src/platform/db/schema.generated.ts', generate: typesOfMigratedDatabase },
]

async function typesOfMigratedDatabase(): Promise<string> {
  const postgres = await startEmbeddedPostgres({ ephemeral: true })
  try {
    await migrate(postgres.config)
    return await databaseTypes(postgres.config)
  } finally {
    await postgres.stop()
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
