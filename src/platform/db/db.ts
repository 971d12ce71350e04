import { AsyncLocalStorage } from 'node:async_hooks'
import { Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, type CompiledQuery, type DatabaseConnection, type Driver, type QueryResult } from 'kysely'
import pg from 'pg'
import type { DB } from './schema.generated.ts'

// Rows are plain JSON: dates stay calendar dates, instants are ISO strings, bigints are safe integers.
const parsers: Record<number, (text: string) => unknown> = {
  [pg.types.builtins.DATE]: (text) => text,
  [pg.types.builtins.TIMESTAMPTZ]: (text) => new Date(text).toISOString(),
  [pg.types.builtins.INT8]: (text) => {
    const value = Number(text)
    if (!Number.isSafeInteger(value)) throw new Error(`integer out of range: ${text}`)
    return value
  },
}
const types: pg.CustomTypesConfig = {
  getTypeParser: ((id: number, format?: 'text' | 'binary') => parsers[id] ?? pg.types.getTypeParser(id, format)) as typeof pg.types.getTypeParser,
}

/** The one handle that code inside a transaction is given. */
export type Db = Kysely<DB>

export interface Identity {
  /** Programme (tenant) id, or null before one is chosen. */
  programmeId: string | null
  /** Signed-in user id, or null. */
  userId: string | null
}

class ClientDriver implements Driver {
  readonly #connection: DatabaseConnection
  constructor(client: pg.ClientBase) {
    this.#connection = {
      async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
        const result = await client.query(query.sql, [...query.parameters])
        return { rows: result.rows as R[], ...(result.rowCount === null ? {} : { numAffectedRows: BigInt(result.rowCount) }) }
      },
      async *streamQuery() {
        throw new Error('Lists are paged, not streamed.')
      },
    }
  }
  async init() {}
  async acquireConnection() {
    return this.#connection
  }
  async beginTransaction() {
    throw new Error('A transaction is already open: use the handle you were given.')
  }
  async commitTransaction() {}
  async rollbackTransaction() {}
  async releaseConnection() {}
  async destroy() {}
}

const handles = new WeakMap<pg.ClientBase, Db>()
function handleOf(client: pg.ClientBase): Db {
  let handle = handles.get(client)
  if (!handle) {
    handle = new Kysely<DB>({
      dialect: {
        createAdapter: () => new PostgresAdapter(),
        createDriver: () => new ClientDriver(client),
        createIntrospector: (db) => new PostgresIntrospector(db),
        createQueryCompiler: () => new PostgresQueryCompiler(),
      },
    })
    handles.set(client, handle)
  }
  return handle
}

const quote = (value: string) => pg.escapeLiteral(value)
const open = new AsyncLocalStorage<true>()

export interface Database {
  /** Runs `work` in one transaction with the tenant set for row-level security; commits unless it throws. */
  transaction<T>(identity: Identity, work: (db: Db) => Promise<T>, options?: { readOnly?: boolean; rollback?: boolean }): Promise<T>
  pool: pg.Pool
  close(): Promise<void>
}

/**
 * Opens the application's pool. A superuser or a role that bypasses row-level security steps down to `kado_app`,
 * because such roles would see every tenant.
 */
export async function openDatabase(config: pg.ClientConfig, options: { connections?: number } = {}): Promise<Database> {
  const pool = new pg.Pool({
    ...config,
    types,
    // `begin`, the tenant and the first statement travel together; the round trips cost more than row-level security.
    pipeline: true,
    max: options.connections ?? 16,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    application_name: 'kado',
    ...((await isPrivileged(config)) ? { options: '-c role=kado_app' } : {}),
  })
  // Without these two listeners a restart of the database ends the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))

  return {
    pool,
    async transaction(identity, work, { readOnly = false, rollback = false } = {}) {
      if (open.getStore()) throw new Error('A transaction is already open: use the handle you were given.')
      const client = await pool.connect()
      let broken: Error | undefined
      try {
        // The settings end with the transaction, so a pooled connection never carries a tenant over.
        const begun = client.query(
          `begin${readOnly ? ' read only' : ''};select set_config('kado.programme',${quote(identity.programmeId ?? '')},true),set_config('kado.user',${quote(identity.userId ?? '')},true)`,
        )
        // Awaited below; until then a failure must not count as unhandled.
        begun.catch(() => {})
        const result = await open.run(true, () => work(handleOf(client)))
        await begun
        await client.query(rollback ? 'rollback' : 'commit')
        return result
      } catch (error) {
        await client.query('rollback').catch((failure: Error) => (broken = failure))
        throw error
      } finally {
        client.release(broken)
      }
    },
    close: () => pool.end(),
  }
}

async function isPrivileged(config: pg.ClientConfig): Promise<boolean> {
  const client = new pg.Client(config)
  await client.connect()
  try {
    const { rows } = await client.query<{ privileged: boolean }>(
      'select rolsuper or rolbypassrls as privileged from pg_roles where rolname = current_user',
    )
    return rows[0]?.privileged ?? false
  } finally {
    await client.end()
  }
}
