import { sql } from 'kysely'
import type { Db } from '../../platform/db/db.ts'
import { type Placed, keyset, cutPage, readSqlPage, countSql, containing } from '../../platform/db/listing.ts'
import type { Paging } from '../../platform/shapes.ts'
import { amountBetween } from '../../platform/documents.ts'
import { type CalendarDate, isCalendarDate } from '../../units/calendar-date.ts'
import { yen } from '../../units/yen.ts'
import { type AccountCode, accounts, growsByDebit, isAccountCode } from '../rules/accounts.ts'
import type { JournalLine } from '../rules/posting.ts'
import type { Parties } from './journal.ts'

export async function isMunicipality(db: Db, id: string): Promise<boolean> {
  return (await db.selectFrom('programme.municipality').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
}

/** One entry with its lines, or null. */
export async function readEntry(
  db: Db,
  entryId: string,
): Promise<{ kind: string; entryOn: CalendarDate; description: string; lines: JournalLine[]; parties: Parties } | null> {
  const entry = await db.selectFrom('money.entry').selectAll().where('id', '=', entryId).executeTakeFirst()
  if (!entry || !isCalendarDate(entry.entryOn)) return null
  const rows = await db.selectFrom('money.posting').selectAll().where('entryId', '=', entryId).orderBy('line').execute()
  const lines = rows.flatMap((row): JournalLine[] =>
    isAccountCode(row.account)
      ? [{ account: row.account, side: row.debitYen > 0 ? 'debit' : 'credit', amountYen: yen(row.debitYen + row.creditYen) }]
      : [],
  )
  const [first] = rows
  const parties = {
    workerId: first?.workerId ?? null,
    clientId: first?.clientId ?? null,
    orderId: first?.orderId ?? null,
    municipalityId: first?.municipalityId ?? null,
  }
  return { kind: entry.kind, entryOn: entry.entryOn, description: entry.description, lines, parties }
}

interface JournalRow {
  id: string
  kind: string
  entryOn: string
  description: string
  amountYen: number
  isReversed: boolean
  isReversible: boolean
  postings: { account: string; debitYen: number; creditYen: number; party: string | null }[]
}

/** Entries of a period, newest first. */
export async function listJournal(db: Db, question: Paging & { from: string; to: string; account: string | null; search: string }) {
  const found = sql`from money.entry e
    where e.entry_on between ${question.from}::date and ${question.to}::date
      and (${question.search === ''} or e.description ilike ${containing(question.search)})
      and (${question.account}::text is null or exists (select from money.posting p where p.programme_id = e.programme_id and p.entry_id = e.id
        and p.account = ${question.account}::text))`
  const list = keyset(question, { 'e.entry_on': 'date', 'e.id': 'uuid' }, 'desc')
  const { rows } = await sql<JournalRow & Placed>`
    with shown as (select e.* ${found} and ${list.after} order by ${list.order} limit ${list.limit + 1})
    select ${list.place}, e.id, e.kind, e.entry_on, e.description, coalesce(sum(p.debit_yen), 0)::bigint as amount_yen,
           exists (select from money.entry v where v.programme_id = e.programme_id and v.kind = 'reversal' and v.source_id = e.id) as is_reversed,
           e.kind in ('operating-cost', 'client-receipt') as is_reversible,
           jsonb_agg(jsonb_build_object('account', p.account, 'debitYen', p.debit_yen, 'creditYen', p.credit_yen,
             'party', coalesce(w.display_name, c.name)) order by p.line) as postings
    from shown e
    join money.posting p on p.programme_id = e.programme_id and p.entry_id = e.id
    left join people.worker w on w.programme_id = p.programme_id and w.id = p.worker_id
    left join sales.client c on c.programme_id = p.programme_id and c.id = p.client_id
    group by e.programme_id, e.id, e.kind, e.entry_on, e.description
    order by ${list.order}`.execute(db)
  return { ...cutPage(rows, list), total: await countSql(db, found) }
}

interface PostingRow {
  entryOn: string
  entryId: string
  kind: string
  description: string
  account: AccountCode
  debitYen: number
  creditYen: number
  party: string | null
  orderNumber: string | null
  municipality: string | null
}

/** All postings of a period for an export; refuses to be larger than a spreadsheet. */
export async function listPostings(db: Db, from: string, to: string): Promise<PostingRow[]> {
  const { rows } = await sql<PostingRow>`
    select e.entry_on, e.id as entry_id, e.kind, e.description, p.account, p.debit_yen, p.credit_yen,
           coalesce(w.display_name, c.name) as party, o.number as order_number, m.name as municipality
    from money.entry e
    join money.posting p on p.programme_id = e.programme_id and p.entry_id = e.id
    left join people.worker w on w.programme_id = p.programme_id and w.id = p.worker_id
    left join sales.client c on c.programme_id = p.programme_id and c.id = p.client_id
    left join orders.client_order o on o.programme_id = p.programme_id and o.id = p.order_id
    left join programme.municipality m on m.programme_id = p.programme_id and m.id = p.municipality_id
    where e.entry_on between ${from}::date and ${to}::date
    order by e.entry_on, e.id, p.line limit 1000000`.execute(db)
  return rows
}

/** Opening balance, turnover and closing balance of every account; balances are positive on the side on which it grows. */
export async function readTrialBalance(db: Db, from: string, to: string) {
  const { rows } = await sql<{ account: string; before: number; debit: number; credit: number }>`
    select account, coalesce(sum(debit_yen - credit_yen) filter (where entry_on < ${from}::date), 0)::bigint as before,
           coalesce(sum(debit_yen) filter (where entry_on >= ${from}::date), 0)::bigint as debit,
           coalesce(sum(credit_yen) filter (where entry_on >= ${from}::date), 0)::bigint as credit
    from money.account_day where entry_on <= ${to}::date group by account`.execute(db)
  const shown = Object.keys(accounts)
    .filter(isAccountCode)
    .flatMap((account) => {
      const row = rows.find((each) => each.account === account)
      if (!row) return []
      const sign = growsByDebit(account) ? 1 : -1
      return [
        {
          account,
          openingYen: sign * row.before + 0,
          debitYen: row.debit,
          creditYen: row.credit,
          closingYen: sign * (row.before + row.debit - row.credit) + 0,
        },
      ]
    })
  const debitYen = rows.reduce((sum, row) => sum + row.debit, 0)
  const creditYen = rows.reduce((sum, row) => sum + row.credit, 0)
  return { rows: shown, debitYen, creditYen, differenceYen: debitYen - creditYen, imbalanceCount: await countUnevenDays(db) }
}

/** Days on which the books do not balance. */
async function countUnevenDays(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select from money.account_day group by entry_on having sum(debit_yen) <> sum(credit_yen)
    ) uneven`.execute(db)
  return rows[0]?.count ?? 0
}

/** Balances of a few accounts today, positive on the side on which each grows. */
export async function balances(db: Db, codes: readonly AccountCode[]): Promise<number[]> {
  const { rows } = await sql<{ account: string; yen: number }>`
    select account, sum(debit_yen - credit_yen)::bigint as yen from money.account_day where account = any(${codes}::text[]) group by account`.execute(
    db,
  )
  return codes.map((code) => (growsByDebit(code) ? 1 : -1) * (rows.find((row) => row.account === code)?.yen ?? 0) + 0)
}

interface Question extends Paging {
  from: string | null
  to: string | null
  minYen: number | null
  maxYen: number | null
  party: string
  kind: string | null
}

interface DocumentRow {
  id: string
  kind: string
  number: string
  version: number
  transactionOn: string
  amountYen: number | null
  netYen: number | null
  party: string
  issuedAt: string
}

/** Legal documents by date, amount and party, any of them together, newest first. */
export async function listDocuments(db: Db, question: Question) {
  const found = sql`from platform.document d
    where (${question.from}::date is null or d.transaction_on >= ${question.from}::date)
      and (${question.to}::date is null or d.transaction_on <= ${question.to}::date)
      and ${amountBetween(question.minYen, question.maxYen)}
      and (${question.party === ''} or d.counterparty_name ilike ${containing(question.party)})
      and (${question.kind}::text is null or d.kind = ${question.kind}::text)`
  return readSqlPage<DocumentRow>(
    db,
    keyset(question, { 'd.transaction_on': 'date', 'd.id': 'uuid' }, 'desc'),
    sql`d.id, d.kind, d.number, d.version, d.transaction_on, d.transaction_yen as amount_yen, d.net_yen, d.counterparty_name as party, d.issued_at`,
    found,
  )
}
