import type pg from 'pg'
import type { PostgresPool } from 'kysely'
import { z } from 'zod'
import { emailAddress } from '../typed-text.ts'

/**
 * The sign-in library asks an address to look as addresses do today, with no option for another rule, and so refuses the old ones of docomo
 * and ezweb (`a..b@`, `a.@`). To the library such a person is called by a stand-in that it takes; the database, and everybody else, knows the
 * address itself.
 */
const libraryRule = z.email()
const standIn = /^kado-stand-in-((?:[0-9a-f]{2})+)@(.+)$/

/** What the library is told: the address, or its stand-in where the library would refuse what we take. */
export function toLibrary(email: string): string {
  if (libraryRule.safeParse(email).success || !emailAddress.safeParse(email).success) return email
  const at = email.lastIndexOf('@')
  // The library writes addresses small, which a hexadecimal number survives.
  return `kado-stand-in-${Buffer.from(email.slice(0, at).toLowerCase()).toString('hex')}${email.slice(at)}`
}

/** The address of a stand-in; any other text as it is. */
export function fromLibrary(text: string): string {
  const [, local, domain] = standIn.exec(text) ?? []
  return local === undefined || domain === undefined ? text : `${Buffer.from(local, 'hex').toString()}@${domain}`
}

/** An answer of the library as the browser sees it: in JSON, and in the address of one-time codes that stands in it. */
export const answerFromLibrary = (text: string): string =>
  text.replaceAll(/kado-stand-in-((?:[0-9a-f]{2})+)(@|%40)/g, (_, local: string, at: string) => {
    const name = Buffer.from(local, 'hex').toString()
    return `${at === '@' ? name : encodeURIComponent(name)}${at}`
  })

const asked = (value: unknown): unknown => (typeof value === 'string' ? fromLibrary(value) : value)
const found = (row: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, name.endsWith('email') && typeof value === 'string' ? toLibrary(value) : value]),
  )

/** The pool as the library sees it: it asks and writes by the stand-in, and the database hears and keeps the address. */
export function poolOfAddresses(pool: pg.Pool): PostgresPool {
  const query = async (client: pg.PoolClient, text: string, values: readonly unknown[]) => {
    const result = await client.query<Record<string, unknown>>(text, values.map(asked))
    return { ...result, rows: result.rows.map(found) }
  }
  const connect = async () => {
    const client = await pool.connect()
    return { query: (text: string, values: readonly unknown[] = []) => query(client, text, values), release: () => client.release() }
  }
  // What of a pool the dialect uses (kysely, PostgresDriver): no cursors.
  return { options: pool.options, connect, end: () => pool.end() } as unknown as PostgresPool
}
