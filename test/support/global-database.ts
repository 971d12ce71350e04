import { createServer } from 'node:net'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '../../src/platform/db/migrate.ts'
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres/embedded-postgres.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Unix socket that answers with a `TestServer` as JSON. */
    databaseSocket: string
  }
}

export interface TestServer {
  config: pg.ClientConfig
  /** Name of the migrated database that suites clone. */
  template: string
}

/**
 * Starts one PostgreSQL for all suites (or takes the one of DATABASE_URL) and migrates a template, when the first suite
 * asks for a database: a run of pure rules never waits for it.
 */
export default function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'kado-vitest-'))
  const path = join(folder, 'socket')
  let opened: Promise<TestServer & { stop(): Promise<void> }> | undefined

  const server = createServer((socket) => {
    socket.on('error', () => {})
    opened ??= open()
    opened.then(
      ({ config, template }) => socket.end(JSON.stringify({ config, template })),
      (error: unknown) => socket.end(JSON.stringify({ error: inspect(error) })),
    )
  })
  server.listen(path)
  project.provide('databaseSocket', path)

  return async () => {
    server.close()
    await opened?.then(
      ({ stop }) => stop(),
      () => {},
    )
    rmSync(folder, { recursive: true, force: true })
  }
}

async function open(): Promise<TestServer & { stop(): Promise<void> }> {
  const url = process.env['DATABASE_URL']
  const postgres = url ? null : await startEmbeddedPostgres({ ephemeral: true })
  const config: pg.ClientConfig = postgres?.config ?? { connectionString: url }
  const template = `kado_template_${process.pid}`
  await run(config, `create database ${template}`)
  try {
    await migrate(at(config, template))
  } catch (error) {
    await run(config, `drop database ${template}`)
    await postgres?.stop()
    throw error
  }
  return {
    config,
    template,
    async stop() {
      if (postgres) return postgres.stop()
      const { rows } = await run(config, `select datname from pg_database where starts_with(datname, '${template}')`)
      for (const { datname } of rows) await run(config, `drop database ${datname} with (force)`)
    },
  }
}

/** The same server, another database. */
export function at(config: pg.ClientConfig, database: string): pg.ClientConfig {
  if (!config.connectionString) return { ...config, database }
  const url = new URL(config.connectionString)
  url.pathname = `/${database}`
  return { connectionString: url.href }
}

export async function run(config: pg.ClientConfig, statement: string): Promise<pg.QueryResult<Record<string, string>>> {
  const client = new pg.Client(config)
  await client.connect()
  try {
    return await client.query(statement)
  } finally {
    await client.end()
  }
}
