import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { canonical } from '../canonical.ts'
import type { Db } from '../db/db.ts'

/** A document that is not as it was stored, or how many of its kind are there and should be. */
interface Fault {
  place: string
  reason: 'changed' | 'missing' | 'unlinked'
}

interface Link {
  place: string
  number: string
  version: number
  sha256: string
  previous: string
}

/**
 * Recomputes the hash of each document and walks the chain of each kind: every document but the first follows another one, numbers have
 * no gaps, and the chain is as long as its series says. What lies outside the hash is proved by the seals. A broken place is named like
 * `statement S-2026-00001 v1 changed`.
 */
export async function verifyDocuments(db: Db): Promise<{ rowCount: number; broken: string[] }> {
  const series = await db.selectFrom('platform.document_series').selectAll().execute()
  const inUse = await db.selectFrom('platform.document').select('kind').distinct().execute()
  const broken: string[] = []
  let rowCount = 0
  for (const kind of new Set([...series, ...inUse].map((row) => row.kind).sort())) {
    const { links, changed } = await readChain(db, kind)
    rowCount += links.length
    broken.push(...changed.map((place) => `${kind} ${place} changed`))
    const head = series.find((row) => row.kind === kind)
    const faults = walk(links, head?.lastNumber ?? 0, head?.lastSha256?.toString('hex') ?? '')
    broken.push(...faults.map(({ place, reason }) => `${kind} ${place} ${reason}`))
  }
  return { rowCount, broken }
}

/** Erased after its last day, with nothing left in it: then its hash speaks for the chain alone. */
const isErased = sql<boolean>`(d.data = '{}' and exists (select from platform.document_erasure e
  where e.programme_id = d.programme_id and e.document_id = d.id and e.erased_on > d.retain_until))`

async function readChain(db: Db, kind: string): Promise<{ links: Link[]; changed: string[] }> {
  const links: Link[] = []
  const changed: string[] = []
  const page = (after: string | null) =>
    db
      .selectFrom('platform.document as d')
      .select(['d.id', 'd.number', 'd.version', 'd.template', 'd.data', 'd.sha256', 'd.previousSha256'])
      .select(isErased.as('isErased'))
      .where('d.kind', '=', kind)
      .$if(after !== null, (query) => query.where('d.id', '>', after))
      .orderBy('d.id')
      .limit(1_000)
      .execute()
  for (let rows = await page(null); rows.length > 0; rows = await page(rows.at(-1)?.id ?? null)) {
    for (const { number, version, template, data, sha256, previousSha256, isErased: erased } of rows) {
      const place = `${number} v${version}`
      const computed = createHash('sha256')
        .update(previousSha256 ?? Buffer.alloc(0))
        .update(canonical({ number, version, kind, template, data }))
        .digest()
      if (!erased && !computed.equals(sha256)) changed.push(place)
      links.push({ place, number, version, sha256: sha256.toString('hex'), previous: previousSha256?.toString('hex') ?? '' })
    }
  }
  return { links, changed }
}

/** Follows the chain from its first document. A first version is numbered by its place in it. */
function walk(links: readonly Link[], count: number, last: string): Fault[] {
  const after = new Map(links.map((link) => [link.previous, link]))
  const seen = new Set<Link>()
  const faults: Fault[] = []
  let end = ''
  for (let link = after.get(end); link && !seen.has(link); link = after.get(end)) {
    seen.add(link)
    end = link.sha256
    if (link.version === 1 && Number(/\d+$/.exec(link.number)?.[0].slice(-5)) !== seen.size % 100_000)
      faults.push({ place: link.place, reason: 'changed' })
  }
  for (const link of links) if (!seen.has(link)) faults.push({ place: link.place, reason: 'unlinked' })
  if (links.length !== count) faults.push({ place: `${links.length}/${count}`, reason: 'missing' })
  else if (end !== last && faults.length === 0) faults.push({ place: `${links.length}/${count}`, reason: 'changed' })
  return faults
}
