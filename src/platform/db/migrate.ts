import { readdir, readFile } from 'node:fs/promises'
import { runMigrations as runJobMigrations } from 'graphile-worker'
import pg from 'pg'

const folder = new URL('../../../db/migrations/', import.meta.url)
const lock = 4_202_204

/** The schemas of the areas, in the order of the architecture. */
export const schemas = ['platform', 'programme', 'people', 'sales', 'orders', 'matching', 'delivery', 'money', 'indicators'] as const

/**
 * Brings a database to the newest schema: numbered SQL files, forward only, each in its own transaction, then the
 * tables of the job queue. Safe when two processes start at once.
 * @throws when the database is older than PostgreSQL 15 or holds a migration that this version does not know
 */
export async function migrate(config: pg.ClientConfig): Promise<void> {
  const client = new pg.Client(config)
  await client.connect()
  try {
    const {
      rows: [server],
    } = await client.query<{ version: number }>("select current_setting('server_version_num')::int as version")
    if (!server || server.version < 150_000) throw new Error('KADO needs PostgreSQL 15 or newer.')
    await client.query('select pg_advisory_lock($1)', [lock])
    await ensureRole(client)
    await switchOffJit(client)
    await applyFiles(client)
    const pool = new pg.Pool({ ...config, max: 1 })
    pool.on('error', () => {})
    pool.on('connect', (member) => member.on('error', () => {}))
    await runJobMigrations({ pgPool: pool }).finally(() => pool.end())
    await grant(client)
  } finally {
    await client.end()
  }
}

async function applyFiles(client: pg.Client): Promise<void> {
  await client.query(
    'create table if not exists public.kado_migration (name text primary key, applied_at timestamptz not null default now())',
  )
  const { rows } = await client.query<{ name: string }>('select name from public.kado_migration')
  const applied = new Set(rows.map((row) => row.name))
  const files = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  const unknown = [...applied].filter((name) => !files.includes(name))
  if (unknown.length > 0) throw new Error(`The database was migrated by a newer version of KADO (${unknown.join(', ')}).`)
  for (const file of files.filter((name) => !applied.has(name))) {
    const sql = await readFile(new URL(file, folder), 'utf8')
    await client.query('begin')
    try {
      await client.query(sql)
      await client.query('insert into public.kado_migration (name) values ($1)', [file])
      await client.query('commit')
    } catch (error) {
      await client.query('rollback')
      throw new Error(`Migration ${file} failed`, { cause: error })
    }
  }
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
