import { createHash } from 'node:crypto'
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
  let rowCount = 0
  for (const { lane, seq: lastSeq, hash: lastHash } of lanes) {
    let hash: Buffer = Buffer.from([0])
    let seq = 0
    for (let page = await readPage(db, lane, Number.MIN_SAFE_INTEGER); page.length > 0; page = await readPage(db, lane, seq)) {
      for (const row of page) {
        rowCount++
        if (row.seq !== seq + 1)
          broken.push({ lane, seq: row.seq <= seq ? row.seq : seq + 1, reason: row.seq <= seq ? 'added' : 'missing' })
        seq = row.seq
        hash = createHash('sha256').update(hash).update(row.entry).digest()
        if (!hash.equals(row.hash) || !sameColumns(row)) broken.push({ lane, seq, reason: 'changed' })
        hash = row.hash
      }
    }
    if (lastSeq === null || lastHash === null) broken.push({ lane, seq, reason: 'added' })
    else if (seq < lastSeq) broken.push({ lane, seq: seq + 1, reason: 'missing' })
    else if (seq > lastSeq || !hash.equals(lastHash)) broken.push({ lane, seq, reason: seq > lastSeq ? 'added' : 'changed' })
  }
  return { rowCount, broken }
}

const readPage = (db: Db, lane: number, after: number) =>
  db.selectFrom('platform.audit').selectAll().where('lane', '=', lane).where('seq', '>', after).orderBy('seq').limit(5_000).execute()

/** The searchable columns repeat what the hashed entry says; they must agree with it. */
function sameColumns(row: { entry: string; at: string; userId: string | null; action: string; subject: string | null }): boolean {
  const entry = entryOf(row.entry)
  return (
    entry !== null &&
    entry.at === row.at &&
    entry.userId === (row.userId ?? '') &&
    entry.action === row.action &&
    entry.subject === row.subject
  )
}

function entryOf(text: string): { at: string; userId: string; action: string; subject: string | null } | null {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
