import type pg from 'pg'
import type { Migration } from './files.ts'
import { MigrationRefusal } from './refusal.ts'

interface Applied {
  name: string
  /** Of the file that was applied; null where it was applied before hashes were remembered. */
  sha256: string | null
}

/** The migrations that a database remembers, in their order; none where it is empty. */
export async function readApplied(client: pg.ClientBase): Promise<Applied[]> {
  const { rows: columns } = await client.query<{ name: string }>(
    "select attname as name from pg_attribute where attrelid = to_regclass('public.kado_migration') and attnum > 0 and not attisdropped",
  )
  if (columns.length === 0) return []
  const sha256 = columns.some(({ name }) => name === 'sha256') ? 'sha256' : 'null as sha256'
  const { rows } = await client.query<Applied>(`select name, ${sha256} from public.kado_migration order by name`)
  return rows
}

/**
 * What is left to apply: the files go on where the applied ones end.
 * @throws MigrationRefusal when they do not
 */
export function pendingAfter(applied: readonly Applied[], migrations: readonly Migration[]): Migration[] {
  const known = new Map(migrations.map((migration) => [migration.name, migration]))
  const last = migrations.at(-1)?.name ?? ''
  const newer = applied.map(({ name }) => name).filter((name) => name > last)
  if (newer.length > 0) throw new MigrationRefusal({ code: 'newer', names: newer })
  for (const { name, sha256 } of applied) {
    const migration = known.get(name)
    if (!migration) throw new MigrationRefusal({ code: 'missing', name })
    if (sha256 !== null && sha256 !== migration.sha256) throw new MigrationRefusal({ code: 'changed', name })
  }
  const skipped = migrations.find(({ name }, at) => at < applied.length && applied[at]?.name !== name)
  if (skipped) throw new MigrationRefusal({ code: 'skipped', name: skipped.name })
  return migrations.slice(applied.length)
}

/** Makes the memory of a new database, and gives one of da969db the hashes of what it has applied. */
export async function prepareMemory(client: pg.ClientBase, applied: readonly Applied[], migrations: readonly Migration[]): Promise<void> {
  if (applied.length > 0 && applied.every(({ sha256 }) => sha256 !== null)) return
  await client.query(`
    create table if not exists public.kado_migration (name text primary key, sha256 text, applied_at timestamptz not null default now());
    alter table public.kado_migration add column if not exists sha256 text`)
  for (const { name, sha256 } of migrations.slice(0, applied.length))
    await client.query('update public.kado_migration set sha256 = $2 where name = $1 and sha256 is null', [name, sha256])
}

export async function remember(client: pg.ClientBase, { name, sha256 }: Migration): Promise<void> {
  await client.query('insert into public.kado_migration (name, sha256) values ($1, $2)', [name, sha256])
}
