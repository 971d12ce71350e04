import { runMigrations as runJobMigrations } from 'graphile-worker'
import pg from 'pg'
import { pendingAfter, prepareMemory, readApplied, remember } from './migration/applied.ts'
import { type Catalogue, differencesOf, readCatalogue } from './migration/catalogue.ts'
import { type CatalogueStep, catalogueAfter, readHistory } from './migration/catalogue-history.ts'
import { type Migration, readMigrations } from './migration/files.ts'
import { type Awaited, type Holder, MigrationRefusal } from './migration/refusal.ts'
import { schemas } from './migration/schemas.ts'
import { beginPatiently, inTurn, isLockTimeout, patience, patiently, type Patience, type Turn } from './migration/turn.ts'

/** What whoever waits for the migrations is told. */
export type MigrationNews =
  /** A database that is in use is changed, or a migration has worked for so many seconds and goes on. */
  | { kind: 'works'; name: string; number: number; of: number; seconds: number }
  | { kind: 'queues' }
  | { kind: 'queues-behind'; holders: Holder[]; seconds: number }
  | { kind: 'awaits'; awaited: Awaited[] }

export interface MigrationOptions {
  onNews?: (news: MigrationNews) => void
  patience?: Patience
}

/** What was compared: so many migrations, and so many things of the catalogue, which are all as they should be. */
export interface SchemaReport {
  migrations: number
  objects: number
}

/**
 * Brings a database to the newest schema: numbered SQL files, forward only, each in its own transaction, then the
 * tables of the job queue. Safe when two processes start at once.
 * @throws MigrationRefusal when the database is not what this version's migrations lead to; it is left as it was found
 * @throws when a migration fails
 */
export async function migrate(config: pg.ClientConfig, options: MigrationOptions = {}): Promise<SchemaReport> {
  const client = new pg.Client({ ...config, application_name: 'kado migrate' })
  await client.connect()
  try {
    await refuseOtherServer(client)
    await ensureRole(client)
    const turn = turnOf(client, config, options)
    const report = await applyMigrations(turn, await readMigrations(), await readHistory(), options.onNews)
    await migrateJobs(turn)
    await inTurn(turn, async () => {
      await switchOffJit(client)
      await grant(client)
    })
    return report
  } finally {
    await client.end()
  }
}

/** The turns of one run of migrations over one connection; that it queues is told once. */
export function turnOf(client: pg.Client, config: pg.ClientConfig, { onNews, patience: given = patience }: MigrationOptions = {}): Turn {
  let isTold = false
  return {
    client,
    config,
    patience: given,
    onQueue(holders, seconds) {
      if (!isTold) onNews?.({ kind: 'queues' })
      else if (seconds > 0) onNews?.({ kind: 'queues-behind', holders, seconds })
      isTold = true
    },
    onLock: (awaited) => onNews?.({ kind: 'awaits', awaited }),
    onWork: () => {},
  }
}

/**
 * Applies what is pending, one transaction each. The catalogue is compared before the first and after the last.
 * @param history null takes the schema as it is: for whoever makes the history
 */
export async function applyMigrations(
  turn: Turn,
  migrations: readonly Migration[],
  history: readonly CatalogueStep[] | null,
  onNews: MigrationOptions['onNews'] = () => {},
): Promise<SchemaReport> {
  const { client } = turn
  let current: { name: string; number: number; of: number } | null = null
  const onWork = (seconds: number) => {
    if (current && seconds % 5 === 0) onNews({ kind: 'works', ...current, seconds })
  }
  for (let done = 0; ; done++) {
    const report = await inTurn({ ...turn, onWork }, async () => {
      const applied = await readApplied(client)
      const [next, ...later] = pendingAfter(applied, migrations)
      const objects = history && (done === 0 || !next) ? await compare(client, catalogueAfter(history, applied)) : 0
      await prepareMemory(client, applied, migrations)
      if (!next) return { migrations: applied.length, objects }
      current = { name: next.name, number: done + 1, of: done + 1 + later.length }
      const isInUse = applied.length > done
      if (isInUse) onNews({ kind: 'works', ...current, seconds: 0 })
      await apply(client, next)
      return null
    })
    current = null
    if (report) return report
  }
}

/** Answers how many things are as they should be. */
async function compare(client: pg.Client, expected: Catalogue): Promise<number> {
  const differences = differencesOf(expected, await readCatalogue(client))
  if (differences.length > 0) throw new MigrationRefusal({ code: 'differs', differences })
  return expected.size
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  try {
    await client.query(migration.sql)
    await remember(client, migration)
  } catch (error) {
    throw isLockTimeout(error) ? error : new Error(`Migration ${migration.name} failed: ${String(error)}`, { cause: error })
  }
}

/** The tables of the job queue. Its migrations are safe beside one another, each in its own transaction; only patience is ours to give. */
async function migrateJobs(turn: Turn): Promise<void> {
  const pool = new pg.Pool({ ...turn.config, max: 1 })
  pool.on('error', () => {})
  pool.on('connect', (member) => {
    member.on('error', () => {})
    const query = member.query.bind(member) as (...words: unknown[]) => unknown
    const begun = (text: unknown, ...rest: unknown[]) => query(text === 'begin' ? beginPatiently(turn.patience) : text, ...rest)
    member.query = begun as typeof member.query
  })
  await patiently(turn, () => runJobMigrations({ pgPool: pool })).finally(() => pool.end())
}

async function refuseOtherServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ number: number; version: string; encoding: string }>(
    `select current_setting('server_version_num')::int as number, current_setting('server_version') as version,
            current_setting('server_encoding') as encoding`,
  )
  const { number = 0, version = '', encoding = '' } = rows[0] ?? {}
  if (number < 150_000) throw new MigrationRefusal({ code: 'old-server', version })
  if (encoding !== 'UTF8') throw new MigrationRefusal({ code: 'encoding', encoding })
}

// Roles belong to the whole cluster, so another database's migration may have made it already, even in this moment.
async function ensureRole(client: pg.Client): Promise<void> {
  const { rows } = await client.query("select from pg_roles where rolname = 'kado_app'")
  if (rows.length > 0) return
  const {
    rows: [self],
  } = await client.query<{ able: boolean }>('select rolsuper as able from pg_roles where rolname = current_user')
  if (!self?.able) return
  await client.query('create role kado_app nologin').catch((error: { code?: string }) => {
    if (error.code !== '42710' && error.code !== '23505') throw error
  })
}

// Compiling a statement of the month close takes longer than running it: the demo loads in 2 minutes instead of 9.
async function switchOffJit(client: pg.Client): Promise<void> {
  const {
    rows: [server],
  } = await client.query<{ jit: string }>("select current_setting('jit') as jit")
  if (server?.jit === 'on') await client.query('alter role current_user set jit = off')
}

async function grant(client: pg.Client): Promise<void> {
  const { rows } = await client.query("select from pg_roles where rolname = 'kado_app'")
  if (rows.length === 0) return
  for (const schema of schemas) {
    await client.query(`grant usage on schema ${schema} to kado_app;
      grant select, insert, update, delete on all tables in schema ${schema} to kado_app;
      grant execute on all functions in schema ${schema} to kado_app`)
  }
}
