import { AsyncLocalStorage } from 'node:async_hooks'
import { availableParallelism } from 'node:os'
import {
  CompiledQuery,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
} from 'kysely'
import pg from 'pg'
import { GatheringSocket } from './gathering-socket.ts'
import { applicationLogin } from './login.ts'
import { camelOf, snakeOf } from './names.ts'
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
  getTypeParser: ((id: number, format?: 'text' | 'binary') =>
    parsers[id] ?? pg.types.getTypeParser(id, format)) as typeof pg.types.getTypeParser,
}

/** The one handle that code inside a transaction is given. */
export type Db = Kysely<DB>

interface Identity {
  /** Programme (tenant) id, or null before one is chosen. */
  programmeId: string | null
  /** Signed-in user id, or null. */
  userId: string | null
}

/** More that work at once than there are cores keep one another waiting: docs/decisions/2026-12-01-few-connections.md. */
const connectionsAtOnce = 2 * availableParallelism() + 2

const oftenSeen = 20
const preparedLimit = 100

/**
 * The names of a database's statements that come again and again: PostgreSQL then parses and plans each once for each connection. Rare
 * ones stay without, because every name costs the database memory in every connection.
 */
class StatementNames {
  readonly #seen = new Map<string, number>()
  readonly #names = new Map<string, string>()

  of(text: string): string | undefined {
    const known = this.#names.get(text)
    if (known !== undefined || this.#names.size >= preparedLimit) return known
    const times = (this.#seen.get(text) ?? 0) + 1
    if (times >= oftenSeen) {
      this.#names.set(text, `kado${this.#names.size}`)
      this.#seen.delete(text)
      return this.#names.get(text)
    }
    if (this.#seen.size >= 1_000) this.#seen.clear()
    this.#seen.set(text, times)
    return undefined
  }
}

const namesOf = new WeakMap<pg.ClientBase, StatementNames>()

declare module 'pg' {
  // Part of what `Submittable` must have: https://node-postgres.com/apis/client#clientquery
  interface Query {
    handleRowDescription(message: { fields: { name: string }[] }): void
  }
}

/** The fields of a result are renamed once, before any row is read: rows cost what they cost without. What is in JSON keeps its keys. */
class CamelQuery extends pg.Query {
  override handleRowDescription(message: { fields: { name: string }[] }): void {
    for (const field of message.fields) field.name = camelOf(field.name)
    super.handleRowDescription(message)
  }
}

async function send(client: pg.ClientBase, { sql: text, parameters }: CompiledQuery): Promise<pg.QueryResult> {
  const name = parameters.length > 0 ? namesOf.get(client)?.of(text) : undefined
  const config = { text, values: [...parameters], ...(name === undefined ? {} : { name }) }
  try {
    return await new Promise((resolve, reject) => {
      client.query(new CamelQuery(config, (error, result) => (error ? reject(error) : resolve(result))))
    })
  } catch (error) {
    // Its own trace leads to the socket; this one leads to whoever asked.
    if (error instanceof Error) Error.captureStackTrace(error)
    throw error
  }
}

class SnakeCompiler extends PostgresQueryCompiler {
  protected override sanitizeIdentifier(identifier: string): string {
    return super.sanitizeIdentifier(snakeOf(identifier))
  }
}

class ClientDriver implements Driver {
  readonly #connection: DatabaseConnection
  constructor(client: pg.ClientBase) {
    this.#connection = {
      async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
        const result = await send(client, query)
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
        createQueryCompiler: () => new SnakeCompiler(),
      },
    })
    handles.set(client, handle)
  }
  return handle
}

const lastWords = new WeakMap<Db, CompiledQuery[]>()
/**
 * Sends a statement together with the commit of the running transaction: it costs no round trip of its own, and what it
 * locks is held for the commit alone. Its failure undoes the transaction.
 */
export function atCommit(db: Db, text: string, parameters: readonly unknown[]): void {
  const queue = lastWords.get(db)
  if (!queue) throw new Error('No transaction is open.')
  queue.push(CompiledQuery.raw(text, [...parameters]))
}

/** @throws when one of the last statements fails, or a failed statement's error was swallowed before. */
async function finish(client: pg.ClientBase, statements: readonly CompiledQuery[], end: 'commit' | 'rollback'): Promise<void> {
  const answers = await Promise.allSettled([...statements.map((statement) => send(client, statement)), client.query(end)])
  for (const answer of answers) if (answer.status === 'rejected') throw answer.reason
  const last = answers.at(-1)
  // PostgreSQL answers the commit of a failed transaction with success and the word ROLLBACK.
  if (end === 'commit' && last?.status === 'fulfilled' && last.value.command !== 'COMMIT')
    throw new Error('Nothing was written: a statement of the transaction had failed.')
}

const quote = (value: string) => pg.escapeLiteral(value)
const open = new AsyncLocalStorage<true>()

interface TransactionOptions {
  readOnly?: boolean
  rollback?: boolean
  /** Statements that come again are planned once for a connection, whatever they ask for: for those that find few rows by index. */
  plansOnce?: boolean
}

export interface Database {
  /** Runs `work` in one transaction with the tenant set for row-level security; commits unless it throws. */
  transaction<T>(identity: Identity, work: (db: Db) => Promise<T>, options?: TransactionOptions): Promise<T>
  pool: pg.Pool
  close(): Promise<void>
}

/**
 * Opens the application's pool, by the login with which people are served. `asOwner` keeps the given one, for what the command line may do
 * to the tables themselves.
 */
export async function openDatabase(config: pg.ClientConfig, options: { connections?: number; asOwner?: boolean } = {}): Promise<Database> {
  const login = options.asOwner ? { config, isPooled: false } : await applicationLogin(config)
  const pool = new pg.Pool({
    ...login.config,
    types,
    // `begin`, the tenant and the first statement travel together; the round trips cost more than row-level security.
    pipeline: true,
    stream: () => new GatheringSocket(),
    max: options.connections ?? connectionsAtOnce,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    application_name: 'kado',
  })
  // Without a listener for errors here and below a restart of the database ends the process.
  pool.on('error', () => {})
  // Behind a pooler the next transaction may meet a server that knows no name. Old versions of PgBouncer do not see to that.
  const names = login.isPooled ? null : new StatementNames()
  pool.on('connect', (client) => {
    client.on('error', () => {})
    if (names) namesOf.set(client, names)
  })

  return {
    pool,
    async transaction(identity, work, { readOnly = false, rollback = false, plansOnce = false } = {}) {
      if (open.getStore()) throw new Error('A transaction is already open: use the handle you were given.')
      const client = await pool.connect()
      let broken: Error | undefined
      try {
        // The settings end with the transaction, so a pooled connection never carries a tenant over.
        const begun = client.query(
          `begin${readOnly ? ' read only' : ''};select set_config('kado.programme',${quote(identity.programmeId ?? '')},true),` +
            `set_config('kado.user',${quote(identity.userId ?? '')},true)${plansOnce ? ';set local plan_cache_mode=force_generic_plan' : ''}`,
        )
        // Awaited below; until then a failure must not count as unhandled.
        begun.catch(() => {})
        const db = handleOf(client)
        const statements: CompiledQuery[] = []
        lastWords.set(db, statements)
        const result = await open.run(true, () => work(db))
        await begun
        await finish(client, statements, rollback ? 'rollback' : 'commit')
        return result
      } catch (error) {
        await client.query('rollback').catch((failure: Error) => (broken = failure))
        if (isStale(error)) broken = error
        throw error
      } finally {
        client.release(broken)
      }
    },
    close: () => pool.end(),
  }
}

/** A migration changed a table while this connection kept a prepared statement of it. */
const isStale = (error: unknown): error is Error => error instanceof Error && 'code' in error && error.code === '0A000'
