import { hash as digest } from 'node:crypto'
import { sql } from 'kysely'
import type { ActionContext } from './context.ts'
import { atCommit, type Db } from './db/db.ts'
import type { Fact } from './facts.ts'

// The lane follows the number of the transaction: those that run at once write different chains and do not wait.
const append = `with head as (
    insert into platform.audit_head as h (programme_id, lane, seq, hash)
    values ($1, mod(pg_current_xact_id()::text::bigint, 16), 1, sha256('\\x00'::bytea || convert_to($5, 'UTF8')))
    on conflict (programme_id, lane) do update
      set seq = h.seq + 1, hash = sha256(h.hash || convert_to($5, 'UTF8'))
    returning lane, seq, hash
  )
  insert into platform.audit (programme_id, lane, seq, at, user_id, action, subject, entry, hash)
  select $1, lane, seq, $2, $3, $4, $6, $5, hash from head`

/**
 * Appends one row to the audit log with the commit of the transaction. Its hash covers the row and the hash before it in
 * its lane, so that a changed, removed or reordered row is found by `verifyAudit`. Of the input it keeps a hash and the facts
 * that the area named: people and accounts by their ids alone, whose names are looked up when the log is read and go with them.
 */
export function appendAudit(
  { db, programmeId, actor, now }: ActionContext,
  action: string,
  act: { subject: string | null; inputHash: string; facts: readonly Fact[]; things: readonly string[] },
): void {
  const at = now.toISOString()
  const entry = JSON.stringify({ at, userId: actor.userId ?? '', action, ...act, via: actor.via })
  atCommit(db, append, [programmeId, at, actor.userId, action, entry, act.subject])
}

interface BrokenLink {
  lane: number
  seq: number
  reason: 'changed' | 'missing' | 'added'
}

/** Recomputes every chain of the tenant, those that lost their head too. An empty answer means that nothing was touched. */
export async function verifyAudit(db: Db): Promise<{ rowCount: number; broken: BrokenLink[] }> {
  const { rows: lanes } = await sql<{ lane: number; seq: number | null; hash: Buffer | null }>`
    select l.lane, h.seq, h.hash
    from (select distinct lane from platform.audit union select lane from platform.audit_head) l
    left join platform.audit_head h on h.programme_id = platform.tenant() and h.lane = l.lane order by l.lane`.execute(db)
  const broken: BrokenLink[] = []
  const ends = new Map<number, { seq: number; hash: Buffer }>()
  let rowCount = 0
  for (let page = await readPage(db, null); page.length > 0; page = await readPage(db, page.at(-1) ?? null)) {
    rowCount += page.length
    for (const row of page) {
      const { lane } = row
      const { seq, hash } = ends.get(lane) ?? { seq: 0, hash: Buffer.from([0]) }
      if (row.seq !== seq + 1) broken.push({ lane, seq: row.seq <= seq ? row.seq : seq + 1, reason: row.seq <= seq ? 'added' : 'missing' })
      const expected = digest('sha256', Buffer.concat([hash, Buffer.from(row.entry)]), 'buffer')
      if (!expected.equals(row.hash) || !sameColumns(row)) broken.push({ lane, seq: row.seq, reason: 'changed' })
      ends.set(lane, { seq: row.seq, hash: row.hash })
    }
  }
  for (const { lane, seq: lastSeq, hash: lastHash } of lanes) {
    const { seq, hash } = ends.get(lane) ?? { seq: 0, hash: Buffer.from([0]) }
    if (lastSeq === null || lastHash === null) broken.push({ lane, seq, reason: 'added' })
    else if (seq < lastSeq) broken.push({ lane, seq: seq + 1, reason: 'missing' })
    else if (seq > lastSeq || !hash.equals(lastHash)) broken.push({ lane, seq, reason: seq > lastSeq ? 'added' : 'changed' })
  }
  return { rowCount, broken }
}

/** The next rows of all lanes, one lane after the other. */
async function readPage(db: Db, last: { lane: number; seq: number } | null) {
  const rows = db
    .selectFrom('platform.audit')
    .select(['lane', 'seq', 'hash', 'entry', 'at', 'userId', 'action', 'subject'])
    .$if(last !== null, (query) => query.where(sql<boolean>`(lane, seq) > (${last?.lane}, ${last?.seq})`))
  return rows.orderBy('lane').orderBy('seq').limit(5_000).execute()
}

/** The searchable columns repeat what the hashed entry says; they must agree with it. */
function sameColumns(row: { entry: string; at: string; userId: string | null; action: string; subject: string | null }): boolean {
  const { at, userId, action, subject } = row
  // So an entry begins that `appendAudit` wrote; to look at the text is a tenth of the work of parsing it.
  if (row.entry.startsWith(JSON.stringify({ at, userId: userId ?? '', action, subject }).slice(0, -1))) return true
  const entry = entryOf(row.entry)
  return entry !== null && entry.at === at && entry.userId === (userId ?? '') && entry.action === action && entry.subject === subject
}

function entryOf(text: string): { at: string; userId: string; action: string; subject: string | null } | null {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
