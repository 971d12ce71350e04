import { createHash, createPrivateKey, createPublicKey, hkdfSync, sign, verify, type KeyObject } from 'node:crypto'
import { sql } from 'kysely'
import { canonical } from '../canonical.ts'
import type { Db } from '../db/db.ts'

/** What was so in one programme. Digests are hex. */
interface TenantHead {
  /** Of each lane of the audit log: how many rows, and the hash of the last. */
  lanes: Record<string, { seq: number; hash: string }>
  /** Of each kind of document: how many, and the hash of the last. */
  series: Record<string, { count: number; hash: string }>
  /** Of each sealed table: a digest of all seals so far. */
  seals: Record<string, string>
}

/** What was so at an instant. Whoever holds the newest one knows whether anything older was touched. */
export interface Head {
  number: number
  /** Which database: the number of its cluster and its own. A copy of its files keeps both, emptying it changes neither. */
  database: string
  madeAt: string
  /** Digest of the one before; empty for the first. */
  previous: string
  tenants: Record<string, TenantHead>
}

export interface SignedHead {
  head: Head
  /** Ed25519 over the head in canonical JSON, Base64. */
  signature: string
}

/** Some hundred years of nights. */
export const mostHeads = 40_000

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** RFC 8410, section 7: what stands before the 32 bytes of an Ed25519 key. */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex')

/** The key that signs heads, made from the secret of the installation: it never lies in the database. */
export function headKey(secret: string): KeyObject {
  const seed = Buffer.from(hkdfSync('sha256', secret, '', 'kado head', 32))
  return createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' })
}

/** For whoever keeps heads and wants to check them without KADO. */
export const publicKeyOf = (key: KeyObject): string => createPublicKey(key).export({ format: 'pem', type: 'spki' }).toString()

export const isSigned = ({ head, signature }: SignedHead, key: KeyObject): boolean =>
  verify(null, Buffer.from(canonical(head)), createPublicKey(key), Buffer.from(signature, 'base64'))

/**
 * Says what is so now in all programmes, signs it and keeps it in the database, in the given transaction. Only seals of transactions that have
 * ended are in it.
 */
export async function makeHead(db: Db, key: KeyObject, now: Date): Promise<SignedHead> {
  await sql`select pg_advisory_xact_lock(hashtext('kado head'))`.execute(db)
  const before = (await readHeads(db, 1))[0]?.head ?? null
  const number = (before?.number ?? 0) + 1
  const tenants: Head['tenants'] = {}
  for (const id of await knownTenants(db)) {
    await sql`select set_config('kado.programme', ${id}, true)`.execute(db)
    await sql`update platform.seal set head_number = ${number} where head_number is null`.execute(db)
    tenants[id] = { lanes: await lanesOf(db), series: await seriesOf(db), seals: await sealsOf(db, number) }
  }
  const database = await databaseOf(db)
  const head: Head = { number, database, madeAt: now.toISOString(), previous: before ? sha256(canonical(before)) : '', tenants }
  const signature = sign(null, Buffer.from(canonical(head)), key).toString('base64')
  await db
    .insertInto('platform.head')
    .values({ number, madeAt: head.madeAt, body: canonical(head), signature })
    .execute()
  return { head, signature }
}

/**
 * Signs the heads of the database with another key, because the one before was lost; what they say stays. Those kept elsewhere prove it:
 * answers false, and signs nothing, where one of them says something else.
 */
export async function signAnew(db: Db, key: KeyObject, elsewhere: readonly SignedHead[]): Promise<boolean> {
  const here = new Map((await readHeads(db, mostHeads)).map(({ head }) => [head.number, head]))
  const databases = new Set([...here.values()].map((head) => head.database))
  const ours = elsewhere.filter(({ head }) => databases.has(head.database))
  if (ours.some(({ head }) => canonical(here.get(head.number) ?? null) !== canonical(head))) return false
  for (const head of here.values()) {
    const signature = sign(null, Buffer.from(canonical(head)), key).toString('base64')
    await db.updateTable('platform.head').set({ signature }).where('number', '=', head.number).execute()
  }
  return true
}

export async function databaseOf(db: Db): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    select system_identifier || '-' || oid as id from pg_control_system(), pg_database where datname = current_database()`.execute(db)
  return rows[0]?.id ?? ''
}

/** The newest heads that the database keeps, the last first. */
export async function readHeads(db: Db, limit: number): Promise<SignedHead[]> {
  const rows = await db.selectFrom('platform.head').select(['body', 'signature']).orderBy('number', 'desc').limit(limit).execute()
  return rows.map(({ body, signature }) => ({ head: JSON.parse(body) as Head, signature }))
}

export async function knownTenants(db: Db): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from platform.known_tenant union select id from platform.tenant_list order by id`.execute(db)
  return rows.map(({ id }) => id)
}

async function lanesOf(db: Db): Promise<TenantHead['lanes']> {
  const rows = await db.selectFrom('platform.audit_head').select(['lane', 'seq', 'hash']).orderBy('lane').execute()
  return Object.fromEntries(rows.map(({ lane, seq, hash }) => [lane, { seq, hash: hash.toString('hex') }]))
}

async function seriesOf(db: Db): Promise<TenantHead['series']> {
  const rows = await db.selectFrom('platform.document_series').select(['kind', 'lastNumber', 'lastSha256']).orderBy('kind').execute()
  return Object.fromEntries(rows.map((row) => [row.kind, { count: row.lastNumber, hash: row.lastSha256?.toString('hex') ?? '' }]))
}

/** Each head's seals in a chain, so that one digest stands for all of them so far. */
export async function sealsOf(db: Db, upTo: number): Promise<TenantHead['seals']> {
  const { rows } = await sql<{ relation: string; digest: string }>`
    select relation, encode(sha256(string_agg(sha256(convert_to(id || ' ' || sealed_rows, 'UTF8')), '' order by id)), 'hex') as digest
    from platform.seal where head_number <= ${upTo} group by relation, head_number order by relation, head_number`.execute(db)
  const chains: TenantHead['seals'] = {}
  for (const { relation, digest } of rows) chains[relation] = sha256((chains[relation] ?? '') + digest)
  return chains
}
