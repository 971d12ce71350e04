import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { closeInput, giveAccount, payable } from '../../../test/support/money.ts'
import { createProgramme, createWorld, type World } from '../../../test/support/world.ts'
import { openDatabase } from '../../platform/db/db.ts'
import { migrate } from '../../platform/db/migrate.ts'
import { startEmbeddedPostgres } from '../../platform/embedded-postgres/embedded-postgres.ts'
import { calendarDate } from '../../units/calendar-date.ts'
import { yen } from '../../units/yen.ts'
import { makeStatement } from '../rules/statement.ts'
import { insertClose, insertStatements } from '../store/closing.ts'
import { closeMonth } from './close-month.ts'

const instant = '2026-11-20T03:00:00Z'
const month = '2026-10-01'

const ready = async (world: World, of = month) => ({ actor: await world.person('office'), input: await closeInput(world, of, instant) })

// What one refusal leaves behind must not be the reason of another, so each has a month before those of the others.

actionSuite(closeMonth, {
  namesNoRecord: true,
  arrange: async (world) => {
    await payable(world, { withholding: 'subject', units: 300 })
    return ready(world)
  },
  check: async (world, output, input) => {
    expect(output.netYen).toBe(input.expectedNetYen)
    expect(output.payOn).toBe('2026-11-25')
    const statements = await world.inside((db) =>
      db.selectFrom('money.statement').selectAll().where('closeId', '=', output.closeId).execute(),
    )
    expect(statements).toMatchObject([
      {
        subtotalYen: 36_000,
        taxYen: 3_600,
        withholdingBaseYen: 36_000,
        withholdingYen: 3_675,
        netYen: 35_925,
        kind: 'payment-notice',
        creditableYen: 2_520,
      },
    ])
  },
  refusals: {
    'month-not-over': async (world) => ({
      actor: await world.person('office'),
      input: { month: '2026-11-01', expectedLineCount: 0, expectedNetYen: 0, leaveWaiting: true },
    }),
    'database-not-durable': 'shown-apart',
    'receipts-waiting': async (world) => {
      await world.submission({ receivedOn: '2026-10-20', receivedAt: '2026-10-20T03:00:00Z' })
      const { actor, input } = await ready(world)
      return { actor, input: { ...input, leaveWaiting: false } }
    },
    'postings-under-way': async (world) => {
      const submissionId = await world.submission({ receivedOn: '2026-09-20', receivedAt: '2026-09-20T03:00:00Z' })
      await world.acceptance(submissionId)
      return ready(world)
    },
    'withholding-undecided': async (world) => {
      await payable(world, { withholding: 'undecided', receivedOn: '2026-03-15' })
      return ready(world, '2026-03-01')
    },
    'nothing-to-close': async (world) => ({
      actor: await world.person('office'),
      input: { month: '2020-01-01', expectedLineCount: 0, expectedNetYen: 0, leaveWaiting: true },
    }),
    'totals-changed': async (world) => {
      const before = await ready(world, '2026-02-01')
      await payable(world, { receivedOn: '2026-02-15' })
      return before
    },
  },
  invalid: [{ input: { month: '2026-10-02', expectedLineCount: 0, expectedNetYen: 0, leaveWaiting: true }, path: 'month' }],
})

it('refuses: database-not-durable, on a database server that runs without fsync', async () => {
  const server = await startEmbeddedPostgres({ ephemeral: true })
  try {
    await migrate(server.config)
    const database = await openDatabase(server.config)
    const world = await createProgramme(database)
    await payable(world)
    const { input } = await ready(world)
    const owner = new pg.Client(server.config)
    await owner.connect()
    await owner.query('alter system set fsync = off')
    await owner.query('select pg_reload_conf()')
    await vi.waitUntil(async () => (await owner.query<{ fsync: string }>('show fsync')).rows[0]?.fsync === 'off')
    await owner.end()
    const refused = await world.inside((db) => closeMonth.perform(world.context(db), input))
    expect(refused).toMatchObject({ code: 'database-not-durable' })
    await database.close()
  } finally {
    await server.stop()
  }
})

describe('明細書', () => {
  let opened: World
  beforeAll(async () => {
    opened = await createWorld({ today: '2026-11-20' })
  })
  afterAll(() => opened.close())

  const line = fc.record({ units: fc.integer({ min: 1, max: 2_000 }), price: fc.integer({ min: 1, max: 2_000 }), subject: fc.boolean() })
  it('集合の計算は、一人ずつの規則と同じ額になる', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { minLength: 1, maxLength: 6 }),
        fc.boolean(),
        fc.boolean(),
        async (lines, registered, corporation) => {
          const world = await createProgramme(opened.database, { today: '2026-11-20' })
          const { workerId } = await world.worker(corporation ? { kind: 'corporation' } : {})
          await giveAccount(world, workerId)
          if (registered)
            await world.insert('people.invoice_registration', {
              id: crypto.randomUUID(),
              workerId,
              number: 'T7000012050002',
              validFrom: '2026-01-01',
            })
          for (const each of lines)
            await payable(world, {
              workerId,
              units: each.units,
              unitPriceYen: each.price,
              withholding: each.subject ? 'subject' : 'not-subject',
            })
          const closeId = crypto.randomUUID()
          const payOn = calendarDate('2026-11-25')
          const [row] = await world.inside(async (db) => {
            const none = {
              workerCount: 0,
              statementCount: 0,
              lineCount: 0,
              subtotalYen: 0,
              taxYen: 0,
              totalYen: 0,
              withholdingYen: 0,
              netYen: 0,
            }
            await insertClose(db, world.programmeId, {
              id: closeId,
              month: calendarDate(month),
              payOn,
              run: 1,
              closedBy: 'x',
              closedAt: world.now,
              totals: none,
            })
            await insertStatements(db, closeId, calendarDate(month), payOn, world.now)
            return db.selectFrom('money.statement').selectAll().execute()
          })
          const expected = makeStatement({
            paidOn: payOn,
            taxRounding: 'floor',
            worker: {
              kind: corporation ? 'corporation' : 'individual',
              invoiceRegistration: registered ? { number: 'T7000012050002', from: calendarDate('2026-01-01'), to: null } : null,
            },
            lines: lines.map((each) => ({
              description: '',
              suppliedOn: calendarDate('2026-10-15'),
              amountYen: yen(each.units * each.price),
              taxRatePercent: 10,
              withholding: each.subject ? 'subject' : 'not-subject',
            })),
          })
          if (!expected.ok) throw new Error(JSON.stringify(expected.faults))
          const { statement } = expected
          expect(row).toMatchObject({
            kind: statement.kind,
            subtotalYen: statement.subtotalYen,
            totalYen: statement.totalYen,
            withholdingBaseYen: statement.withholdingBaseYen,
            withholdingYen: statement.withholdingYen,
            netYen: statement.netYen,
            creditableYen: statement.credit.creditableYen,
          })
        },
      ),
      { numRuns: 25 },
    )
  }, 60_000)
})
