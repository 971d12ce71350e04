import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase } from '../../../test/support/database.ts'
import { plantHalf } from '../../../test/support/planted.ts'
import { createProgramme, type World } from '../../../test/support/world.ts'
import { composeSheet } from '../../indicators/actions/compose-sheet.ts'
import { verifyAudit } from '../../platform/audit.ts'
import { createAuth, type Auth } from '../../platform/auth/auth.ts'
import { readWithheldMonths } from '../../money/store/taxes.ts'
import { openDatabase, type Database, type Db } from '../../platform/db/db.ts'
import { verifyDocuments } from '../../platform/documents.ts'
import { newId } from '../../platform/id.ts'
import { compareHeads } from '../../platform/proof/compare-head.ts'
import { headKey, makeHead, readHeads, type SignedHead } from '../../platform/proof/head.ts'
import { verifySeals } from '../../platform/proof/seals.ts'
import { listTenants } from '../../platform/tenants.ts'
import { calendarDate } from '../../units/calendar-date.ts'
import { demoPassword } from './accounts.ts'
import { loadDemo } from './demo.ts'
import { loadDemoOnce } from './load.ts'
import { findDemo, removeDemo } from './remove.ts'

const secret = 'a secret that is used for the demo in tests only'
const outside = { programmeId: null, userId: null }

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
    auth = createAuth({ baseUrl: 'http://localhost', secret, database: fresh.config })
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

  describe('取り除く', () => {
    let owner: Database
    let real: World
    /** What a folder elsewhere kept while the demo was there. */
    let headBefore: SignedHead
    beforeAll(async () => {
      real = await createProgramme(database)
      await plantHalf(real, 'a')
      headBefore = await database.transaction(outside, (db) => makeHead(db, headKey(secret), new Date()))
      owner = await openDatabase(fresh.config, { asOwner: true })
    })
    afterAll(() => owner.close())

    /** Rows of a programme in every table that has a column for it, asked as a superuser. */
    async function rowsOf(id: string): Promise<Record<string, number>> {
      const client = new pg.Client(fresh.config)
      await client.connect()
      const { rows: tables } = await client.query<{ name: string }>(
        `select c.oid::regclass::text as name from pg_class c join pg_attribute a on a.attrelid = c.oid
         where c.relkind = 'r' and (a.attname = 'programme_id' or a.attname = 'id' and c.relname in ('tenant_list', 'known_tenant', 'entrance'))`,
      )
      const counted: Record<string, number> = {}
      for (const { name } of tables) {
        const column = /tenant|entrance/.test(name) ? 'id' : 'programme_id'
        const { rows } = await client.query<{ count: number }>(`select count(*)::int as count from ${name} where ${column} = $1`, [id])
        if (rows[0]?.count) counted[name] = rows[0].count
      }
      await client.end()
      return counted
    }

    const idOf = async (email: string) =>
      (await database.pool.query<{ id: string }>('select id from platform."user" where email = $1', [email])).rows[0]?.id ?? null

    it('デモでないものには手を付けず、所有者でなければ断る', async () => {
      await expect(removeDemo(database, secret, new Date())).rejects.toMatchObject({ code: '42501' })
      expect(Object.keys(await rowsOf(programmeId)).length).toBeGreaterThan(40)
    })

    it('デモと公開されたアカウントを消し、ほかの事業はそのまま残り、控えとも合う', { timeout: 120_000 }, async () => {
      // Two people of the demo have come to work in the real programme as well; one has chosen a password of her own.
      const [office, leader] = [await idOf('office@demo.example'), await idOf('leader@demo.example')]
      for (const userId of [office, leader])
        await real.insert('programme.membership', {
          id: newId(),
          userId: userId ?? '',
          role: 'office',
          scopeKind: 'programme',
          scopeId: real.programmeId,
        })
      const other = await auth.signUp({ name: 'Own', email: 'own@people.example', password: 'a password of her own' })
      const own = await database.pool.query<{ password: string }>('select password from platform.credential where user_id = $1', [
        other.userId,
      ])
      await database.pool.query('update platform.credential set password = $1 where user_id = $2', [own.rows[0]?.password, leader])
      const before = await rowsOf(real.programmeId)

      const removed = await removeDemo(owner, secret, new Date())

      expect(removed?.programmes).toEqual([
        { id: programmeId, name: expect.any(String), rows: expect.any(Number), tables: expect.any(Number) },
      ])
      expect(removed?.programmes[0]?.rows).toBeGreaterThan(2_000)
      expect(removed?.accounts).toHaveLength(9)
      expect(removed?.kept).toEqual([
        { email: 'office@demo.example', token: expect.stringMatching(/^[\w-]{43}$/), expiresAt: expect.any(String) },
      ])
      expect(await rowsOf(programmeId)).toEqual({})
      expect(await rowsOf(real.programmeId)).toEqual({ ...before, 'platform.seal': expect.any(Number) })
      expect(await listTenants(database)).toEqual([real.programmeId])

      expect(await database.transaction(outside, (db) => compareHeads(db, headKey(secret), [headBefore]))).toEqual([])
      expect((await real.inside(verifyAudit)).broken).toEqual([])
      expect((await real.inside(verifySeals)).broken).toEqual([])
      expect(await findDemo(owner)).toBeNull()
    })

    it('公開されたパスワードでは、だれもサインインできない', async () => {
      const signIn = (email: string, password: string) =>
        auth.handle(
          new Request('http://localhost/api/auth/sign-in/email', {
            method: 'POST',
            headers: { 'content-type': 'application/json', origin: 'http://localhost', 'x-kado-address': '203.0.113.7' },
            body: JSON.stringify({ email, password }),
          }),
        )
      for (const email of ['administrator@demo.example', 'office@demo.example', 'leader@demo.example'])
        expect((await signIn(email, demoPassword)).status, email).toBe(401)
      expect((await signIn('leader@demo.example', 'a password of her own')).status).toBe(200)
    })

    it('消した後も、変更を断る引き金と封印は働いている', async () => {
      const { rows } = await database.pool.query<{ off: number }>(
        "select count(*)::int as off from pg_trigger where not tgisinternal and tgenabled <> 'O'",
      )
      expect(rows).toEqual([{ off: 0 }])
      const change = owner.transaction({ programmeId: real.programmeId, userId: null }, (db) => db.deleteFrom('platform.audit').execute())
      await expect(change).rejects.toThrow('append-only')
    })

    it('一度使ったデータベースには、頼まれない限りデモを読み込まない', async () => {
      const empty = await freshDatabase()
      const bare = await openDatabase(empty.config)
      try {
        await bare.transaction(outside, (db) => makeHead(db, headKey(secret), new Date()))
        const settings = { baseUrl: 'http://localhost', secret, database: empty.config }
        await loadDemoOnce(bare, settings, false, () => expect.unreachable('the demo is loaded'))
        expect([await listTenants(bare), (await bare.transaction(outside, (db) => readHeads(db, 9))).length]).toEqual([[], 1])
      } finally {
        await bare.close()
        await empty.drop()
      }
    })
  })
})
