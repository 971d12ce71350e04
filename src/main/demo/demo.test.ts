import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase } from '../../../test/support/database.ts'
import { composeSheet } from '../../indicators/actions/compose-sheet.ts'
import { verifyAudit } from '../../platform/audit.ts'
import { createAuth, type Auth } from '../../platform/auth/auth.ts'
import { readWithheldMonths } from '../../money/store/taxes.ts'
import { openDatabase, type Database, type Db } from '../../platform/db/db.ts'
import { verifyDocuments } from '../../platform/documents.ts'
import { listTenants } from '../../platform/tenants.ts'
import { calendarDate } from '../../units/calendar-date.ts'
import { loadDemo } from './demo.ts'

describe('デモの事業', () => {
  let fresh: Awaited<ReturnType<typeof freshDatabase>>
  let database: Database
  let auth: Auth
  let programmeId: string
  const inside = <T>(work: (db: Db) => Promise<T>, rollback = false) =>
    database.transaction({ programmeId, userId: null }, work, { rollback })

  beforeAll(async () => {
    fresh = await freshDatabase()
    database = await openDatabase(fresh.config)
    auth = createAuth({ baseUrl: 'http://localhost', secret: 'a secret that is used for the demo in tests only', database: fresh.config })
    await loadDemo(database, auth)
    programmeId = (await listTenants(database))[0] ?? ''
  }, 240_000)
  afterAll(async () => {
    await auth.close()
    await database.close()
    await fresh.drop()
  })

  const omachi = (db: Db) => db.selectFrom('programme.municipality').select('id').where('code', '=', '202126').executeTakeFirstOrThrow()
  const sheetOf = async (db: Db) => {
    const sheet = await composeSheet(db, (await omachi(db)).id, 2022, calendarDate('2026-11-22'))
    if (!sheet) throw new Error('no sheet')
    return sheet
  }
  const cells = async (db: Db) =>
    (await sheetOf(db)).kpi.rows.map(({ baseline, finalTarget, year, cumulative }) =>
      [
        baseline,
        finalTarget,
        year.target,
        `${year.actual} ${year.rate}`.trim(),
        cumulative?.target,
        `${cumulative?.actual} ${cumulative?.rate}`.trim(),
      ].join(' | '),
    )

  it('大町市の令和4年度のシートが、台帳から印字どおりに出る', async () => {
    const sheet = await inside(sheetOf)
    expect(await inside(cells)).toEqual([
      '250 (人) | 270 | 90 | 33 [21] (36.7%) | 140 | 100 [21] (71.4%)',
      '250,000 (千円) | 262,000 | 86,000 | 56,848 (66.1%) | 136,000 | 61,230 (45.0%)',
      '0 (千円) | 10,000 | 0 | 0 | 0 | 0',
      '5 (自治体) | 5 | 1 | 0 (0%) | 2 | 1 (50%)',
    ])
    expect(sheet.programmeCostYen).toBe(17_000_000)
    expect(sheet.costs).toEqual([
      { fiscalYear: 2022, costYen: 5_995_000, eligibleYen: 5_995_000, grantYen: 2_997_500 },
      { fiscalYear: 2023, costYen: null, eligibleYen: null, grantYen: null },
    ])
    expect(sheet.registeredWorkers).toBe(31)
    expect([sheet.typed.rating, sheet.typed.direction]).toEqual(['C', 'C'])
    expect(sheet.versions).toHaveLength(1)
  })

  it('支払を一つ取り去ると、シートが変わる', async () => {
    const changed = await inside(async (db) => {
      const earner = await db
        .selectFrom('money.worker_year')
        .select('workerId')
        .where('fiscalYear', '=', 2022)
        .where('municipalityId', '=', (await omachi(db)).id)
        .where('paidYen', '>=', 10_000)
        .orderBy('paidYen')
        .executeTakeFirstOrThrow()
      await db
        .updateTable('money.worker_year')
        .set({ paidYen: 0 })
        .where('fiscalYear', '=', 2022)
        .where('workerId', '=', earner.workerId)
        .execute()
      return cells(db)
    }, true)
    expect(changed[0]).toBe('250 (人) | 270 | 90 | 32 [20] (35.6%) | 140 | 99 [20] (70.7%)')
  })

  it('年ごとの合計は、仕訳から数え直しても同じになる', async () => {
    const { rows } = await inside((db) =>
      sql`
        with fiscal as (
          select case when extract(month from e.entry_on) >= 4 then extract(year from e.entry_on)
                 else extract(year from e.entry_on) - 1 end::int as fiscal_year,
                 p.account, p.credit_yen - p.debit_yen as yen
          from money.posting p join money.entry e on e.programme_id = p.programme_id and e.id = p.entry_id
        ), counted as (
          select fiscal_year, coalesce(sum(yen) filter (where account = 'client-sales'), 0) as orders,
                 coalesce(-sum(yen) filter (where account = 'outsourcing'), 0) as workers
          from fiscal group by fiscal_year
        ), kept as (
          select fiscal_year, sum(orders_yen) as orders, sum(worker_yen) as workers from money.programme_year group by fiscal_year
        )
        select * from counted full join kept using (fiscal_year)
        where counted.orders is distinct from kept.orders or counted.workers is distinct from kept.workers`.execute(db),
    )
    expect(rows).toEqual([])
  })

  it('預かった源泉所得税は期限に納めてあり、年間の支払実績が出ている', async () => {
    const now = calendarDate(new Date().toISOString().slice(0, 10))
    const months = await inside((db) => readWithheldMonths(db, now))
    expect(months.length).toBeGreaterThan(12)
    expect(months.filter((month) => month.state === 'late')).toEqual([])
    expect(await inside((db) => db.selectFrom('money.payment_record').select('year').distinct().orderBy('year').execute())).toHaveLength(2)
  })

  it('帳簿は釣り合い、ログと文書の連鎖は切れていない', async () => {
    const balance = await inside((db) =>
      sql<{ difference: number }>`select (sum(debit_yen) - sum(credit_yen))::bigint as difference from money.posting`.execute(db),
    )
    expect(balance.rows).toEqual([{ difference: 0 }])
    expect((await inside(verifyAudit)).broken).toEqual([])
    expect((await inside(verifyDocuments)).broken).toEqual([])
  })

  it('二度目の起動では読み込まない', async () => {
    await loadDemo(database, auth)
    expect(await listTenants(database)).toHaveLength(1)
  })
})
