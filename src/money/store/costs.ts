import { type Insertable, sql } from 'kysely'
import { reachOf } from '../../platform/access.ts'
import type { Db } from '../../platform/db/db.ts'
import type { DB } from '../../platform/db/schema.generated.ts'
import { keyset, readSqlPortion } from '../../platform/db/listing.ts'
import type { FileReader } from '../../platform/files.ts'
import type { Paging } from '../../platform/shapes.ts'
import { readGrants } from '../../programme/store/memberships.ts'
import { type CalendarDate, jstDateOf } from '../../units/calendar-date.ts'
import { endOfFiscalYear, fiscalYear, startOfFiscalYear } from '../../units/fiscal-year.ts'
import { keepingBooks } from '../rules/who-may.ts'
import { readLock } from './period-locks.ts'

export async function insertCost(db: Db, row: Insertable<DB['money.operating_cost']>): Promise<void> {
  await db.insertInto('money.operating_cost').values(row).execute()
}

export const isOrder = async (db: Db, id: string): Promise<boolean> =>
  (await db.selectFrom('orders.client_order').select('id').where('id', '=', id).executeTakeFirst()) !== undefined

/** Costs `c` that were not taken back. */
const standing = sql`money.operating_cost c
  left join money.entry s on s.programme_id = c.programme_id and s.kind = 'operating-cost' and s.source_id = c.id
  where c.programme_id = platform.tenant()
    and not exists (select from money.entry r where r.programme_id = c.programme_id and r.kind = 'reversal' and r.source_id = s.id)`

/** How many costs of the same day and amount stand already. */
export async function similarCosts(db: Db, paidOn: CalendarDate, amountYen: number, taxYen: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${standing} and c.paid_on = ${paidOn}::date and c.amount_yen = ${amountYen} and c.tax_yen = ${taxYen}`.execute(
    db,
  )
  return rows[0]?.count ?? 0
}

/** Whether somebody may download a file as the receipt of a cost; null when it is none. */
export async function mayReadReceipt(db: Db, fileId: string, { userId, proof }: FileReader): Promise<boolean | null> {
  const cost = await db.selectFrom('money.operating_cost').select('id').where('receiptFileId', '=', fileId).limit(1).executeTakeFirst()
  return cost ? reachOf({ grants: await readGrants(db, userId, proof) }, keepingBooks).everything : null
}

interface CostRow {
  id: string
  entryId: string | null
  paidOn: string
  description: string
  municipalityName: string | null
  amountYen: number
  taxYen: number
  taxRatePercent: number | null
  kind: string
  supplier: string
  orderTitle: string | null
  receiptFileId: string | null
  lateReason: string
  isSimilar: boolean
  isReversed: boolean
}

/** Operating costs, newest first, of a fiscal year or of all. */
export async function listCosts(db: Db, question: Paging & { fiscalYear: number | null }, today: CalendarDate = jstDateOf(new Date())) {
  const year = question.fiscalYear && fiscalYear(question.fiscalYear)
  const found = sql`
    from money.operating_cost k
    left join money.entry e on e.programme_id = k.programme_id and e.kind = 'operating-cost' and e.source_id = k.id
    left join money.entry v on v.programme_id = k.programme_id and v.kind = 'reversal' and v.source_id = e.id
    left join orders.client_order o on o.programme_id = k.programme_id and o.id = k.order_id
    left join programme.municipality m on m.programme_id = k.programme_id and m.id = k.municipality_id
    where (${year}::int is null or k.paid_on between ${year && startOfFiscalYear(year)}::date and ${year && endOfFiscalYear(year)}::date)`
  const page = await readSqlPortion<CostRow>(
    db,
    keyset(question, { 'k.paid_on': 'date', 'k.id': 'uuid' }, 'desc'),
    sql`k.id, e.id as entry_id, k.paid_on, k.description, m.name as municipality_name, k.amount_yen, k.tax_yen,
      k.tax_rate_percent, k.kind, k.supplier, o.title as order_title, k.receipt_file_id, k.late_reason, v.id is not null as is_reversed,
      v.id is null and exists (select from ${standing} and c.id <> k.id and c.paid_on = k.paid_on and c.amount_yen = k.amount_yen
        and c.tax_yen = k.tax_yen) as is_similar`,
    found,
  )
  const count = await sql<{
    total: number
    yen: number
  }>`select count(*)::int as total, coalesce(sum(k.amount_yen) filter (where v.id is null), 0)::bigint as yen ${found}`.execute(db)
  const municipalities = await db
    .selectFrom('programme.municipality')
    .select(['id', 'name'])
    .where('isMember', '=', true)
    .orderBy('code')
    .execute()
  const orders = await db
    .selectFrom('orders.client_order')
    .select((e) => ['id', sql<string>`${e.ref('number')} || ' ' || ${e.ref('title')}`.as('name')])
    .orderBy('orderedOn', 'desc')
    .limit(200)
    .execute()
  const { lockedOn } = await readLock(db, today)
  return {
    ...page,
    total: count.rows[0]?.total ?? 0,
    totalYen: count.rows[0]?.yen ?? 0,
    municipalities,
    orders,
    lockedOn,
  }
}
