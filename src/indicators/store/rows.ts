import { sql } from 'kysely'
import type { Db } from '../../platform/db/db.ts'
import { keyset, readPage, sameTenant } from '../../platform/db/listing.ts'
import type { Paging } from '../../platform/shapes.ts'
import { endOfFiscalYear, fiscalYear as asFiscalYear, startOfFiscalYear } from '../../units/fiscal-year.ts'
import type { Source } from '../contract.ts'
import { earningFromYen } from './levels.ts'

interface Behind {
  rows: { id: string; label: string; municipality: string | null; on: string | null; amountYen: number | null; count: number | null }[]
  next: string | null
  total: number
}

interface Question extends Paging {
  year: number
  municipalityId: string | null
  /** Whether the reader sees people by name; otherwise they are counted by city. */
  mayName: boolean
}

/** The registrations and postings that one figure is made of, newest or largest first. */
export function rowsBehind(db: Db, source: Source, question: Question): Promise<Behind> {
  switch (source) {
    case 'earners':
      return question.mayName ? earners(db, question) : earnersByCity(db, question)
    case 'orders-thousand-yen':
      return postings(db, question, ['client-sales'])
    case 'profit-thousand-yen':
      return postings(db, question, ['client-sales', 'outsourcing', 'operating-cost'])
    case 'adopting-municipalities':
      return adopters(db, question)
  }
}

async function earners(db: Db, { year, municipalityId, ...page }: Question): Promise<Behind> {
  const earning = db
    .selectFrom('money.worker_year as sum')
    .innerJoin('people.worker as worker', (join) => sameTenant(join, 'worker.id', 'sum.workerId'))
    .innerJoin('programme.municipality as city', (join) => sameTenant(join, 'city.id', 'sum.municipalityId'))
    .where('sum.fiscalYear', '=', year)
    .where('sum.paidYen', '>=', earningFromYen)
    .$if(municipalityId !== null, (query) => query.where('sum.municipalityId', '=', municipalityId))
    .select(['worker.id', 'worker.displayName as label', 'city.name as municipality', 'sum.paidYen as amountYen'])
  const found = await readPage(earning, keyset(page, { 'sum.paid_yen': 'bigint', 'worker.id': 'uuid' }, 'desc'))
  return { ...found, rows: found.rows.map((row) => ({ ...row, on: null, count: null })) }
}

async function earnersByCity(db: Db, { year, municipalityId }: Question): Promise<Behind> {
  const rows = await db
    .selectFrom('money.worker_year as sum')
    .innerJoin('programme.municipality as city', (join) => sameTenant(join, 'city.id', 'sum.municipalityId'))
    .where('sum.fiscalYear', '=', year)
    .where('sum.paidYen', '>=', earningFromYen)
    .$if(municipalityId !== null, (query) => query.where('sum.municipalityId', '=', municipalityId))
    .select((e) => ['city.id', 'city.name as label', e.fn.countAll<number>().as('count')])
    .groupBy(['city.programmeId', 'city.id', 'city.name', 'city.code'])
    .orderBy('city.code')
    .execute()
  return { rows: rows.map((row) => ({ ...row, municipality: row.label, on: null, amountYen: null })), next: null, total: rows.length }
}

async function postings(db: Db, { year, municipalityId, ...page }: Question, accounts: string[]): Promise<Behind> {
  const lines = db
    .selectFrom('money.posting as posting')
    .innerJoin('money.entry as entry', (join) => sameTenant(join, 'entry.id', 'posting.entryId'))
    .leftJoin('programme.municipality as city', (join) => sameTenant(join, 'city.id', 'posting.municipalityId'))
    .leftJoin('orders.client_order as order', (join) => sameTenant(join, 'order.id', 'posting.orderId'))
    .where('posting.account', 'in', accounts)
    .where('entry.entryOn', '>=', startOfFiscalYear(asFiscalYear(year)))
    .where('entry.entryOn', '<=', endOfFiscalYear(asFiscalYear(year)))
    .$if(municipalityId !== null, (query) => query.where('posting.municipalityId', '=', municipalityId))
    .select([
      sql<string>`posting.entry_id::text || '-' || posting.line`.as('id'),
      sql<string>`coalesce("order".number || ' ' || "order".title, nullif(entry.description, ''), entry.kind)`.as('label'),
      'city.name as municipality',
      'entry.entryOn as on',
      sql<number>`posting.credit_yen - posting.debit_yen`.as('amountYen'),
    ])
  const order = { 'entry.entry_on': 'date', 'posting.entry_id': 'uuid', 'posting.line': 'bigint' } as const
  const found = await readPage(lines, keyset(page, order, 'desc'))
  return { ...found, rows: found.rows.map((row) => ({ ...row, count: null })) }
}

async function adopters(db: Db, { year, municipalityId, ...page }: Question): Promise<Behind> {
  const cities = db
    .selectFrom('programme.municipality')
    .where('adoptedOn', '<=', endOfFiscalYear(asFiscalYear(year)))
    .$if(municipalityId !== null, (query) => query.where('id', '=', municipalityId))
    .select(['id', 'name as label', 'adoptedOn as on'])
  const found = await readPage(cities, keyset(page, { adopted_on: 'date', name: 'text', id: 'uuid' }, 'asc'))
  return { ...found, rows: found.rows.map((row) => ({ ...row, municipality: row.label, amountYen: null, count: null })) }
}

interface CityYear {
  municipalityId: string | null
  name: string | null
  ordersYen: number
  workerYen: number
  costYen: number
  registered: number
  earners: number
  worked: number
}

/** Orders, pay, costs and people of a fiscal year by city; what belongs to no city comes last. */
export async function distributionOf(db: Db, year: number): Promise<CityYear[]> {
  const last = endOfFiscalYear(asFiscalYear(year))
  const { rows } = await sql<CityYear>`
    with people as (
      select municipality_id, count(*) as registered from people.worker
      where registered_on <= ${last} and (left_on is null or left_on > ${last}) group by municipality_id
    ), earning as (
      select municipality_id, count(*) filter (where paid_yen >= ${earningFromYen}) as earners, count(*) filter (where paid_yen > 0) as worked
      from money.worker_year where fiscal_year = ${year} group by municipality_id
    )
    select city.id as municipality_id, city.name, coalesce(y.orders_yen, 0) as orders_yen, coalesce(y.worker_yen, 0) as worker_yen,
           coalesce(y.cost_yen, 0) as cost_yen, coalesce(p.registered, 0) as registered, coalesce(e.earners, 0) as earners, coalesce(e.worked, 0) as worked
    from (select programme_id, id, name, is_member, false as nowhere from programme.municipality
          union all select programme_id, programme_id, null, true, true from programme.programme where programme_id = platform.tenant()) city
    left join money.programme_year y on y.programme_id = city.programme_id and y.municipality_key = city.id and y.fiscal_year = ${year}
    left join people p on p.municipality_id = city.id
    left join earning e on e.municipality_id = city.id
    where city.is_member and (not city.nowhere or y.orders_yen is not null)
    order by city.nowhere, registered desc, city.name`.execute(db)
  return rows.map((row) => ({ ...row, municipalityId: row.name === null ? null : row.municipalityId }))
}
