import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'

export const folder = new URL('../../../../db/migrations/', import.meta.url)

export interface Migration {
  /** `0012_what_it_changes.sql` */
  name: string
  sql: string
  /** Of the file, in hexadecimal. */
  sha256: string
}

/** The migrations of this version, in their order. */
export async function readMigrations(): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(names.map(async (name) => migrationOf(name, await readFile(new URL(name, folder), 'utf8'))))
}

export const migrationOf = (name: string, sql: string): Migration => ({ name, sql, sha256: sha256Of(sql) })

export const sha256Of = (text: string) => createHash('sha256').update(text).digest('hex')
