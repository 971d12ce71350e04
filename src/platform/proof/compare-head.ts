import type { KeyObject } from 'node:crypto'
import { sql } from 'kysely'
import { canonical } from '../canonical.ts'
import type { Db } from '../db/db.ts'
import { databaseOf, type Head, isSigned, knownTenants, mostHeads, readHeads, sealsOf, type SignedHead } from './head.ts'

/** Where the database is not what a head says. */
export interface BrokenHead {
  number: number
  reason: 'forged' | 'missing' | 'changed' | 'off-the-list' | 'lane' | 'series' | 'seals'
  programmeId: string | null
  /** A lane, a kind of document or a table. */
  place: string | null
}

/** ` (programme, place)`, as far as they are known. */
export function named(programmeId: string | null, place: string | null): string {
  const parts = [programmeId, place].filter((part) => part !== null)
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`
}

/**
 * Compares all programmes with the newest head that is kept in the database, and with the newest of those kept elsewhere. Heads are chained,
 * so that the newest speaks for the older ones; those kept elsewhere must all be in the database as they are.
 */
export async function compareHeads(db: Db, key: KeyObject, files: readonly SignedHead[]): Promise<BrokenHead[]> {
  const broken: BrokenHead[] = []
  const here = await readHeads(db, mostHeads)
  // A folder may hold heads of other databases. One that came here from another cluster brought its own heads along.
  const ours = new Set(['', await databaseOf(db), ...here.map(({ head }) => head.database)])
  const elsewhere = files.filter(({ head }) => ours.has(head.database))
  const kept = new Map(here.map((each) => [each.head.number, canonical(each.head)]))
  const whole = (number: number, reason: BrokenHead['reason']) => broken.push({ number, reason, programmeId: null, place: null })
  const all = [...elsewhere, ...here]
  for (const each of all) if (!isSigned(each, key)) whole(each.head.number, 'forged')
  for (const { head } of elsewhere) if (kept.has(head.number) && kept.get(head.number) !== canonical(head)) whole(head.number, 'changed')
  const newest = all.filter((each) => isSigned(each, key)).toSorted((a, b) => b.head.number - a.head.number)[0]?.head
  for (let number = 1; number <= (newest?.number ?? 0); number++) if (!kept.has(number)) whole(number, 'missing')
  const listed = new Set((await sql<{ id: string }>`select id from platform.tenant_list`.execute(db)).rows.map(({ id }) => id))
  for (const id of new Set([...(await knownTenants(db)), ...Object.keys(newest?.tenants ?? {})])) {
    if (!listed.has(id)) broken.push({ number: newest?.number ?? 0, reason: 'off-the-list', programmeId: id, place: null })
    if (newest) broken.push(...(await compareTenant(db, newest, id)))
  }
  return broken
}

async function compareTenant(db: Db, { number, tenants }: Head, programmeId: string): Promise<BrokenHead[]> {
  const then = tenants[programmeId]
  if (!then) return []
  await sql`select set_config('kado.programme', ${programmeId}, true)`.execute(db)
  const broken: BrokenHead[] = []
  const found = (reason: BrokenHead['reason'], place: string) => broken.push({ number, reason, programmeId, place })
  for (const [lane, { seq, hash }] of Object.entries(then.lanes)) {
    const { rows } = await sql`
      select from platform.audit where lane = ${lane}::int and seq = ${seq} and hash = decode(${hash}, 'hex')`.execute(db)
    if (rows.length === 0) found('lane', `${lane} ${seq}`)
  }
  for (const [kind, { count, hash }] of Object.entries(then.series)) {
    const { rows } = await sql`
      select from platform.document where kind = ${kind} and sha256 = decode(${hash}, 'hex')`.execute(db)
    if (rows.length === 0 && count > 0) found('series', `${kind} ${count}`)
  }
  const now = await sealsOf(db, number)
  for (const relation of new Set([...Object.keys(then.seals), ...Object.keys(now)])) {
    if (now[relation] !== then.seals[relation]) found('seals', relation)
  }
  return broken
}
