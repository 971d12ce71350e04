import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { brotliCompressSync } from 'node:zlib'
import { loadAreas } from '../../src/main/areas.ts'
import { loadDemo } from '../../src/main/demo/demo.ts'
import { createAuth } from '../../src/platform/auth/auth.ts'
import { openDatabase } from '../../src/platform/db/db.ts'
import { migrate } from '../../src/platform/db/migrate.ts'
import { setGrantSource } from '../../src/platform/grants.ts'
import { readGrants } from '../../src/programme/store/memberships.ts'
import { at, run } from '../../test/support/global-database.ts'
import { figuresOf, releaseFolder } from '../../test/support/release.ts'
import { smallPast } from './small-past.ts'

/**
 * `bin/kado-dev dump-release NAME`: keeps a small living database of this version under `test/releases/`, with some of its figures; the
 * test of updates starts from each. It needs `DATABASE_URL` (a superuser) and that server's `pg_dump`, which the packaged PostgreSQL lacks.
 */
export async function dumpRelease(name: string | undefined, databaseUrl: string | undefined): Promise<number> {
  if (!name || !databaseUrl) {
    process.stderr.write('DATABASE_URL=postgres://… bin/kado-dev dump-release NAME\n')
    return 2
  }
  const server = { connectionString: databaseUrl }
  const database = `kado_release_${process.pid}`
  await run(server, `create database ${database}`)
  try {
    const config = at(server, database)
    const figures = await fill(config)
    await mkdir(releaseFolder, { recursive: true })
    await writeFile(`${releaseFolder}/${name}.br`, brotliCompressSync(await dump(config.connectionString ?? '')))
    await writeFile(`${releaseFolder}/${name}.json`, `[\n${figures.map((each) => JSON.stringify(each)).join(',\n')}\n]\n`)
  } finally {
    await run(server, `drop database ${database} with (force)`)
  }
  return 0
}

async function fill(config: ReturnType<typeof at>) {
  await migrate(config)
  const database = await openDatabase(config)
  setGrantSource(readGrants)
  const auth = createAuth({
    baseUrl: 'http://localhost',
    secret: randomBytes(32).toString('base64url'),
    database: config,
    otherOrigins: [],
  })
  try {
    await loadDemo(database, auth, smallPast())
    return await figuresOf(database, (await loadAreas()).reads)
  } finally {
    await auth.close()
    await database.close()
  }
}

/** One script of plain SQL that every PostgreSQL from 15 on can run over its protocol. */
async function dump(url: string): Promise<string> {
  const options = ['--inserts', '--rows-per-insert=200', '--no-owner', '--no-privileges', '--no-comments', `--dbname=${url}`]
  const { stdout } = await promisify(execFile)('pg_dump', options, { maxBuffer: 1 << 28 })
  // Words for psql, and a setting that only 17 and newer know.
  return stdout.replace(/^(\\(un)?restrict |SET transaction_timeout).*$/gm, '')
}
