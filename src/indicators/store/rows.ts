import { sql } from 'kysely'
import type { Db } from '../../platform/db/db.ts'
import { keyset, readPage, sameTenant } from '../../platform/db/listing.ts'
import type { Paging } from '../../platform/shapes.ts'
import { endOfFiscalYear, fiscalYear as asFiscalYear, startOfFiscalYear } from '../../units/fiscal-year.ts'
import type { Source } from '../rules/source.ts'
import { type CityTotal, gatherFew } from '../rules/few.ts'
import { earningFromYen } from './levels.ts'

interface Behind {
  rows: { id: string; label: string; municipality: string | null; on: string | null; amountYen: number | null; count: number | null }[]
  next: string | null
  total: number
  /** Whether the rows are totals of cities. */
  areTotals: boolean
}

interface Question extends Paging {
  year: number
  municipalityId: string | null
  /** Of which cities the reader sees single rows. */
  sees: (municipalityId: string | null) => boolean
  /** Which cities are the reader's own: their totals are told however few they are. */
  isOwn: (municipalityId: string | null) => boolean
  /** Of which cities the reader knows all names, also those that the city may not learn. */
  names: (municipalityId: string | null) => boolean
}

/**
 * The registrations and postings that one figure is made of, newest or largest first; totals of cities to whoever does not see all of them.
 */
export function rowsBehind(db: Db, source: Source, question: Question): Promise<Behind> {
  switch (source) {
    case 'earners':
      return question.sees(question.municipalityId) ? earners(db, question) : earnersByCity(db, question)
    case 'orders-thousand-yen':
      return money(db, question, ['client-sales'])
    case 'profit-thousand-yen':
      return money(db, question, ['client-sales', 'outsourcing', 'operating-cost'])
    case 'adopting-municipalities':
      return adopters(db, question)
  }
}

const money = (db: Db, question: Question, accounts: string[]) =>
  question.sees(question.municipalityId) ? postings(db, question, accounts) : postingsByCity(db, question, accounts)

async function earners(db: Db, { year, municipalityId, names, ...page }: Question): Promise<Behind> {
  const label = sql<string>`case when not ${names(municipalityId)}::boolean and exists (select from people.kept_from_city k
    where k.programme_id = worker.programme_id and k.worker_id = worker.id)
    then 'W-' || lpad(worker.number::text, 5, '0') else worker.display_name end`
  const earning = db
    .selectFrom('money.worker_year as sum')
    .innerJoin('people.worker as worker', (join) => sameTenant(join, 'worker.id', 'sum.workerId'))
    .innerJoin('programme.municipality as city', (join) => sameTenant(join, 'city.id', 'sum.municipalityId'))
    .where('sum.fiscalYear', '=', year)
    .where('sum.paidYen', '>=', earningFromYen)
    .$if(municipalityId !== null, (query) => query.where('sum.municipalityId', '=', municipalityId))
    .select(['worker.id', label.as('label'), 'city.name as municipality', 'sum.paidYen as amountYen'])
  const found = await readPage(earning, keyset(page, { 'sum.paid_yen': 'bigint', 'worker.id': 'uuid' }, 'desc'))
  return { ...found, areTotals: false, rows: found.rows.map((row) => ({ ...row, on: null, count: null })) }
}

interface TotalOfCity extends CityTotal {
  labels: string[]
  yen: number | null
}

const added = (one: TotalOfCity, other: TotalOfCity): TotalOfCity => ({
  cities: [...one.cities, ...other.cities],
  labels: [...one.labels, ...other.labels],
  size: one.size + other.size,
  yen: one.yen === null || other.yen === null ? null : one.yen + other.yen,
})

const totalsOf = (totals: readonly TotalOfCity[], { isOwn }: Question): Behind => {
  const rows = gatherFew(totals, isOwn, added).map(({ cities, labels, size, yen }) => {
    const label = labels.join('・')
    return { id: cities.join(' '), label, municipality: label, on: null, amountYen: yen, count: yen === null ? size : null }
  })
  return { rows, next: null, total: rows.length, areTotals: true }
}

async function earnersByCity(db: Db, question: Question): Promise<Behind> {
  const { year, municipalityId } = question
  const rows = await db
    .selectFrom('money.worker_year as sum')
    .innerJoin('programme.municipality as city', (join) => sameTenant(join, 'city.id', 'sum.municipalityId'))
    .where('sum.fiscalYear', '=', year)
    .where('sum.paidYen', '>=', earningFromYen)
    .$if(municipalityId !== null, (query) => query.where('sum.municipalityId', '=', municipalityId))
    .select((e) => ['city.id', 'city.name as label', e.fn.countAll<number>().as('size')])
    .groupBy(['city.programmeId', 'city.id', 'city.name', 'city.code'])
    .orderBy('city.code')
    .execute()
  const totals = rows.map(({ id, label, size }) => ({ cities: [id], labels: [label], size, yen: null }))
  return totalsOf(totals, question)
}

/** Where a city's money is people's pay, it is as few as they are. */
async function postingsByCity(db: Db, question: Question, accounts: string[]): Promise<Behind> {
  const year = asFiscalYear(question.year)
  const { rows } = await sql<{ id: string; label: string | null; size: number; yen: number }>`
    select coalesce(p.municipality_id, p.programme_id) as id, city.name as label, sum(p.credit_yen - p.debit_yen)::bigint as yen,
           case when bool_or(p.account = 'outsourcing') then count(distinct p.worker_id) else count(*) end::int as size
    from money.posting p join money.entry e on e.programme_id = p.programme_id and e.id = p.entry_id
    left join programme.municipality city on city.programme_id = p.programme_id and city.id = p.municipality_id
    where p.account = any(${accounts}) and e.entry_on between ${startOfFiscalYear(year)} and ${endOfFiscalYear(year)}
      and (${question.municipalityId}::uuid is null or p.municipality_id = ${question.municipalityId}::uuid)
    group by 1, city.name, city.code order by city.code nulls last`.execute(db)
  const totals = rows.map(({ id, label, size, yen }) => ({ cities: [id], labels: [label ?? '—'], size, yen }))
  return totalsOf(totals, question)
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
  return { ...found, areTotals: false, rows: found.rows.map((row) => ({ ...row, count: null })) }
}

async function adopters(db: Db, { year, municipalityId, ...page }: Question): Promise<Behind> {
  const cities = db
    .selectFrom('programme.municipality')
    .where('adoptedOn', '<=', endOfFiscalYear(asFiscalYear(year)))
    .$if(municipalityId !== null, (query) => query.where('id', '=', municipalityId))
    .select(['id', 'name as label', 'adoptedOn as on'])
  const found = await readPage(cities, keyset(page, { adopted_on: 'date', name: 'text', id: 'uuid' }, 'asc'))
  return { ...found, areTotals: false, rows: found.rows.map((row) => ({ ...row, municipality: row.label, amountYen: null, count: null })) }
}

export interface CityYear {
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
