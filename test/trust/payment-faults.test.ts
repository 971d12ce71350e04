import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { events } from '../../src/delivery/rules/events.ts'
import { openDatabase, type Database } from '../../src/platform/db/db.ts'
import { verifyAudit } from '../../src/platform/audit.ts'
import { freshDatabase, type FreshDatabase } from '../support/database.ts'
import { giveAccount, setOperatorAccount } from '../support/money.ts'
import { answeredPoints, payMonth, type Month } from '../support/pay-month.ts'
import { fingerprint } from '../support/tables.ts'
import { createProgramme, type World } from '../support/world.ts'

/** A month of pay killed at every step and repeated: nobody is paid twice, nobody is left out. */
const root = dirname(dirname(import.meta.dirname))
const points = [
  'money.payable.recorded',
  'money.close.stated',
  'money.close.posted',
  'money.close.recorded',
  'money.batch.made',
  'money.export.written',
  'money.results.recorded',
  'money.results.posted',
  'money.papers.issued',
  ...answeredPoints,
]
const workers = 4
let fresh: FreshDatabase
let database: Database
let folder: string

beforeAll(async () => {
  fresh = await freshDatabase()
  database = await openDatabase(fresh.config)
  folder = mkdtempSync(join(tmpdir(), 'kado-pay-'))
})
afterAll(async () => {
  await database.close()
  await fresh.drop()
  rmSync(folder, { recursive: true, force: true })
})

/** A programme whose October is ready to be paid: accepted hand-ins whose events wait to be delivered. */
async function october(): Promise<{ world: World; month: Month }> {
  const world = await createProgramme(database)
  await setOperatorAccount(world)
  const packageId = await world.package({ units: 1_000 })
  const municipality = await world.municipality()
  let notice: string | undefined
  for (let n = 0; n < workers; n++) {
    const { workerId } = await world.worker({ municipalityId: municipality })
    await giveAccount(world, workerId)
    const assignmentId = await world.assignment({
      workerId,
      packageId,
      units: 10 + n,
      ...(notice ? { noticeDocumentId: notice } : {}),
    })
    notice ??= await world.inside(
      async (db) =>
        (await db.selectFrom('orders.assignment').select('noticeDocumentId').where('id', '=', assignmentId).executeTakeFirstOrThrow())
          .noticeDocumentId,
    )
    const submissionId = await world.submission({
      assignmentId,
      receivedOn: '2026-10-15',
      receivedAt: '2026-10-15T03:00:00Z',
    })
    await world.acceptance(submissionId, { acceptedOn: '2026-10-16' })
    await world.inside((db) => world.context(db).publish(events['deliverable.accepted'], { submissionId }))
  }
  const [maker, approver] = [await world.person('office'), await world.person('office')]
  return { world, month: { programmeId: world.programmeId, maker: maker.userId, approver: approver.userId, folder } }
}

async function run(month: Month, fault: string): Promise<NodeJS.Signals | number | null> {
  const child = spawn(
    process.execPath,
    [join(root, 'test', 'support', 'pay-month-program.ts'), JSON.stringify(fresh.config), JSON.stringify(month)],
    {
      // Twenty programs that are compiled once.
      env: { ...process.env, KADO_FAULT: fault, NODE_COMPILE_CACHE: join(folder, 'compiled') },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )
  const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null]
  return signal ?? code
}

/** What must hold for a month that was paid once. */
async function expectPaidOnce(world: World): Promise<void> {
  await world.inside(async (db) => {
    const {
      rows: [sums],
    } = await sql<Record<string, number>>`
      select (select count(*)::int from money.payable) as payables, (select count(*)::int from money.statement_line) as lines,
             (select count(*)::int from money.statement) as statements,
             (select count(*)::int from money.month_close) as closes, (select count(*)::int from money.transfer_batch) as batches,
             (select count(*)::int from money.batch_export) as exports,
             (select count(*)::int from money.transfer) as transfers, (select count(*)::int from money.transfer_result) as results,
             (select count(*)::int from money.statement_document) as papers,
             (select sum(amount_yen)::int from money.transfer) - (select sum(net_yen)::int from money.statement) as unpaid_yen,
             (select sum(debit_yen - credit_yen)::int from money.posting) as unbalanced_yen,
             (select coalesce(sum(credit_yen - debit_yen), 0)::int from money.posting where account = 'accounts-payable') as still_owed_yen,
             (select coalesce(sum(credit_yen - debit_yen), 0)::int from money.posting where account = 'bank')
               - (select sum(amount_yen)::int from money.transfer) as bank_yen,
             (select sum(paid_yen)::int from money.worker_year) as paid_yen`.execute(db)
    // 10 + 11 + 12 + 13 units at 120 yen, with 10 % of tax rounded down on each statement.
    expect(sums).toEqual({
      payables: workers,
      lines: workers,
      statements: workers,
      closes: 1,
      batches: 1,
      exports: 1,
      transfers: workers,
      results: workers,
      papers: workers,
      unpaidYen: 0,
      unbalancedYen: 0,
      stillOwedYen: 0,
      bankYen: 0,
      paidYen: expect.any(Number),
    })
    const { rows: once_ } = await sql<{
      most: number
    }>`select max(n)::int as most from (select count(*) as n from money.transfer group by worker_id) t`.execute(db)
    expect(once_[0]?.most).toBe(1)
    expect((await verifyAudit(db)).broken).toEqual([])
  })
}

test('every fault point of the way from a hand-in to its pay is in this list', () => {
  const sources = readdirSync(join(root, 'src', 'money'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
  const inSource = sources.flatMap((name) =>
    [...readFileSync(join(root, 'src', 'money', name), 'utf8').matchAll(/faultPoint\('([^']+)'\)/g)].map(([, point]) => point),
  )
  // The sale to a client is another way; its own test kills it.
  expect(inSource.filter((point) => point !== 'money.sale.posted' && !points.includes(point ?? ''))).toEqual([])
})

describe.each(points)('killed at %s', (point) => {
  test('the month is paid once when it is repeated, and once only when repeated again', { timeout: 60_000 }, async () => {
    const { world, month } = await october()
    expect(await run(month, point)).toBe('SIGKILL')
    await payMonth(database, month)
    await expectPaidOnce(world)
    const owner = new pg.Client(fresh.config)
    await owner.connect()
    const before = await fingerprint(owner, world.programmeId)
    await payMonth(database, month)
    // The log says that the papers were asked for once more; nothing else moves.
    const { 'platform.audit': _, 'platform.audit_head': __, 'platform.seal': ___, ...after } = await fingerprint(owner, world.programmeId)
    expect(before).toMatchObject(after)
    await owner.end()
  })
})

test('killed at one point after another, the month is still paid once', { timeout: 120_000 }, async () => {
  const { world, month } = await october()
  for (const point of process.env['KADO_TRUST'] === 'long'
    ? points
    : ['money.close.posted', 'money.batch.made', 'test.export.answered', 'money.results.posted'])
    expect(await run(month, point)).toBe('SIGKILL')
  await payMonth(database, month)
  await expectPaidOnce(world)
})
