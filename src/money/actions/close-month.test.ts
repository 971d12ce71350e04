import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { at, closeInput, closeMonthOf, done, payable } from '../../../test/support/money.ts'
import { createProgramme, createWorld, type World } from '../../../test/support/world.ts'
import { openDatabase } from '../../platform/db/db.ts'
import { migrate } from '../../platform/db/migrate.ts'
import { startEmbeddedPostgres } from '../../platform/embedded-postgres/embedded-postgres.ts'
import { newId } from '../../platform/action.ts'
import { addDays, type CalendarDate, calendarDate } from '../../units/calendar-date.ts'
import { addYen, subtractYen, yen, zeroYen } from '../../units/yen.ts'
import { type InvoiceRegistration, makeStatement, type Statement, type StatementLine } from '../rules/statement.ts'
import { withholdingYen } from '../rules/withholding.ts'
import { payOnOfClose, previewClose } from '../store/closing.ts'
import { readClose } from '../store/close-reads.ts'
import { openWorkers } from '../store/payables.ts'
import { decideWithholding } from './decide-withholding.ts'
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
    'beyond-day-60': async (world) => {
      await payable(world, { receivedOn: '2026-01-15' })
      const { actor, input } = await ready(world, '2026-01-01')
      return { actor, input: { ...input, lateReason: '' } }
    },
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

const day = (from: string, days: number) => fc.nat({ max: days }).map((after) => addDays(calendarDate(from), after))
const numbers = ['T7000012050002', 'T4011001098993'] as const
/** Months at the changes of the credit (2026-10-01) and of the tax on income (2027-01-01), and the days on which they are closed. */
const months = [
  { month: '2026-09-01', from: '2026-08-20', days: 41, instant: '2026-10-20T03:00:00Z' },
  { month: '2026-10-01', from: '2026-09-25', days: 36, instant: '2026-11-20T03:00:00Z' },
  { month: '2026-11-01', from: '2026-11-01', days: 29, instant: '2026-12-28T03:00:00Z' },
  { month: '2026-12-01', from: '2026-11-28', days: 33, instant: '2027-01-20T03:00:00Z' },
] as const

/** One registration at most covers a day: the second begins after the first has ended. */
const registrations = (from: string, days: number) =>
  fc.option(fc.tuple(day(from, days), fc.nat({ max: 9 }), fc.boolean()), { nil: null, freq: 3 }).map((found): InvoiceRegistration[] => {
    if (found === null) return []
    const [begins, length, again] = found
    const ends = addDays(begins, length)
    const first = { number: numbers[0], from: begins, to: ends }
    return again ? [first, { number: numbers[1], from: addDays(ends, 2), to: null }] : [first]
  })

const randomMonth = fc.constantFrom(...months).chain((of) =>
  fc.record({
    of: fc.constant(of),
    workers: fc.array(
      fc.record({
        kind: fc.constantFrom('individual', 'corporation'),
        registrations: registrations(of.from, of.days),
        lines: fc.array(
          fc.record({
            receivedOn: day(of.from, of.days),
            // 1,000 units at about 1,000 yen stand on both sides of the first million.
            unitPriceYen: fc.oneof(fc.integer({ min: 1, max: 2_000 }), fc.integer({ min: 990, max: 1_010 })),
            units: fc.oneof(fc.integer({ min: 1, max: 1_500 }), fc.constantFrom(999, 1_000, 1_001)),
            taxRatePercent: fc.constantFrom(10, 10, 8),
            withholding: fc.constantFrom('subject', 'subject', 'not-subject', 'decided-subject'),
          }),
          { minLength: 1, maxLength: 5 },
        ),
      }),
      { minLength: 1, maxLength: 2 },
    ),
  }),
)
type RandomMonth = typeof randomMonth extends fc.Arbitrary<infer Value> ? Value : never
type RandomWorker = RandomMonth['workers'][number]

/** What `kado statement` says: lines are laid into the first document that it does not refuse for them. */
function stated({ kind, lines, registrations: known }: RandomWorker, paidOn: CalendarDate): [number: string | null, Statement][] {
  const documents: { registration: InvoiceRegistration | null; lines: StatementLine[]; statement: Statement }[] = []
  for (const line of lines.toSorted((left, right) => left.receivedOn.localeCompare(right.receivedOn))) {
    const registration = known.find((each) => each.from <= line.receivedOn && (each.to === null || line.receivedOn <= each.to)) ?? null
    const added: StatementLine = {
      description: '',
      suppliedOn: line.receivedOn,
      amountYen: yen(line.units * line.unitPriceYen),
      taxRatePercent: line.taxRatePercent,
      withholding: line.withholding === 'not-subject' ? 'not-subject' : 'subject',
    }
    const make = (before: readonly StatementLine[]) =>
      makeStatement({
        paidOn,
        taxRounding: 'floor',
        worker: { kind, invoiceRegistration: registration },
        lines: [...before, added],
      })
    const found = documents.find((document) => document.registration === registration && make(document.lines).ok)
    const made = make(found?.lines ?? [])
    if (!made.ok) throw new Error(JSON.stringify(made.faults))
    if (found) Object.assign(found, { lines: [...found.lines, added], statement: made.statement })
    else documents.push({ registration, lines: [added], statement: made.statement })
  }
  // The documents are one payment (所得税基本通達205-1): each withholds what its part adds to the tax of the whole.
  let baseYen = zeroYen
  return documents.map(({ registration, statement }) => {
    const before = withholdingYen(baseYen, paidOn)
    baseYen = addYen(baseYen, statement.withholdingBaseYen)
    const withheldYen = subtractYen(withholdingYen(baseYen, paidOn), before)
    const netYen = subtractYen(statement.totalYen, withheldYen)
    return [registration?.number ?? null, { ...statement, withholdingYen: withheldYen, netYen }]
  })
}

/** Enters a month into a programme of its own; gives the ids of its workers. */
async function enter(world: World, { workers }: RandomMonth): Promise<string[]> {
  const ids: string[] = []
  for (const worker of workers) {
    const { workerId } = await world.worker({ kind: worker.kind })
    ids.push(workerId)
    for (const { number, from, to } of worker.registrations)
      await world.insert('people.invoice_registration', { id: newId(), workerId, number, validFrom: from, validTo: to })
    for (const line of worker.lines) {
      const withholding = line.withholding === 'decided-subject' ? 'undecided' : line.withholding
      const workKindId = await world.workKind({ withholding })
      const orderId = await world.order({ taxRatePercent: line.taxRatePercent })
      const packageId = await world.package({ orderId, workKindId })
      await payable(world, { workerId, packageId, units: line.units, unitPriceYen: line.unitPriceYen, receivedOn: line.receivedOn })
      if (withholding === 'undecided')
        await world.inside((db) =>
          done(world.context(db), decideWithholding, { workKindId, withholding: 'subject', basis: '所得税法204条1項1号' }),
        )
    }
  }
  return ids
}

describe('明細書', () => {
  let opened: World
  beforeAll(async () => {
    opened = await createWorld({ today: '2026-11-20' })
  })
  afterAll(() => opened.close())

  it('どんな月の締めも、明細と仕訳は kado statement の額になる', async () => {
    await fc.assert(
      fc.asyncProperty(randomMonth, async (random) => {
        const world = await createProgramme(opened.database, { today: random.of.instant.slice(0, 10) })
        const ids = await enter(world, random)
        const payOn = await world.inside((db) =>
          payOnOfClose(db, calendarDate(random.of.month), calendarDate(random.of.instant.slice(0, 10))),
        )
        const { limitOn } = await world.inside((db) => previewClose(db, calendarDate(random.of.month), payOn))
        const received = random.workers.flatMap((worker) => worker.lines.map((line) => line.receivedOn))
        expect(limitOn).toBe(addDays(received.sort()[0] ?? payOn, 59))
        await closeMonthOf(world, random.of.month, random.of.instant)
        const { rows, taxes } = await world.inside(async (db) => ({
          rows: await db.selectFrom('money.statement').selectAll().execute(),
          taxes: await db
            .selectFrom('money.entry as e')
            .innerJoin('money.posting as p', 'p.entryId', 'e.id')
            .select(['e.sourceId', 'p.account', 'p.debitYen', 'p.creditYen'])
            .where('e.description', 'like', '%消費税%')
            .execute(),
        }))
        const byText = (left: unknown, right: unknown) => JSON.stringify(left).localeCompare(JSON.stringify(right))
        const expected = random.workers.flatMap((worker, at) =>
          stated(worker, payOn).map(([number, { credit, ...sums }]) => ({
            workerId: ids[at],
            registrationNumber: number,
            payOn,
            kind: sums.kind,
            sums: [sums.subtotalYen, sums.totalYen, sums.withholdingBaseYen, sums.withholdingYen, sums.netYen],
            credit: [credit.ratePercent, credit.creditableYen],
            posted: { 'input-tax': credit.creditableYen, 'non-creditable-tax': credit.notCreditableYen },
            owedYen: sums.totalYen - sums.subtotalYen,
          })),
        )
        const made = rows.map((row) => {
          const posted = (account: string, side: 'debitYen' | 'creditYen') =>
            taxes.find((line) => line.sourceId === row.id && line.account === account)?.[side] ?? 0
          return {
            workerId: row.workerId,
            registrationNumber: row.registrationNumber,
            payOn: row.payOn,
            kind: row.kind,
            sums: [row.subtotalYen, row.totalYen, row.withholdingBaseYen, row.withholdingYen, row.netYen],
            credit: [row.creditPercent, row.creditableYen],
            posted: { 'input-tax': posted('input-tax', 'debitYen'), 'non-creditable-tax': posted('non-creditable-tax', 'debitYen') },
            owedYen: posted('accounts-payable', 'creditYen'),
          }
        })
        expect(made.sort(byText)).toEqual(expected.sort(byText))
      }),
      { numRuns: 15 },
    )
  }, 240_000)

  it('同じ日の支払は、何通でも何回の締めでも、その人への1回の支払として源泉徴収する', async () => {
    const world = await createProgramme(opened.database, { today: '2026-10-20' })
    const { workerId } = await world.worker()
    const subject = { workerId, withholding: 'subject', units: 1 } as const
    // The credit changes on 2026-10-01, so the two hand-ins go to two statements.
    await payable(world, { ...subject, unitPriceYen: 699_999, receivedOn: '2026-09-30' })
    await payable(world, { ...subject, unitPriceYen: 600_000, receivedOn: '2026-10-01' })
    const withheld = async (closeId: string) => {
      const rows = await world.inside((db) => db.selectFrom('money.statement').selectAll().where('closeId', '=', closeId).execute())
      return rows.map((row) => [
        row.withholdingBaseYen,
        row.withholdingYen,
        row.togetherBaseYen,
        row.netYen - row.totalYen + row.withholdingYen,
      ])
    }
    const first = await closeMonthOf(world, '2026-10-01', instant)
    expect((await withheld(first)).toSorted((left, right) => (left[2] ?? 0) - (right[2] ?? 0))).toEqual([
      [699_999, 71_469, 0, 0],
      [600_000, 163_359 - 71_469, 699_999, 0],
    ])
    await payable(world, { ...subject, unitPriceYen: 100_000, receivedOn: '2026-10-20' })
    const second = await closeMonthOf(world, '2026-10-01', instant)
    expect(await withheld(second)).toEqual([[100_000, 20_420, 1_299_999, 0]])
    // A payment of another day begins anew, and so does another person's.
    await payable(world, { ...subject, unitPriceYen: 600_000, receivedOn: '2026-11-10' })
    await payable(world, { withholding: 'subject', units: 1, unitPriceYen: 600_000, receivedOn: '2026-11-10' })
    expect(await withheld(await closeMonthOf(world, '2026-11-01', '2026-12-10T03:00:00Z'))).toEqual([
      [600_000, 61_260, 0, 0],
      [600_000, 61_260, 0, 0],
    ])
  })

  it('60日を過ぎる締めは、理由と締めた人が残る', async () => {
    const world = await createProgramme(opened.database, { today: '2026-11-20' })
    await payable(world, { receivedOn: '2026-09-20' })
    await payable(world, { receivedOn: '2026-10-20' })
    const input = await closeInput(world, month, instant)
    const actor = await world.person('office')
    await world.inside((db) => done(at(world, instant, actor)(db), closeMonth, { ...input, lateReason: '検査が遅れたため' }))
    const { closes } = await world.inside((db) => readClose(db, calendarDate(month), calendarDate('2026-11-20')))
    expect(closes).toMatchObject([{ lateReason: '検査が遅れたため', closedBy: expect.stringMatching(/./) }])
  })

  it('どこで区切って読んでも、誰も抜けず、行はその人の一か所にまとまる', async () => {
    const world = await createProgramme(opened.database, { today: '2026-11-20' })
    const workers = [await world.worker(), await world.worker(), await world.worker()].map(({ workerId }) => workerId)
    for (const workerId of [...workers, ...workers]) await payable(world, { workerId })
    const readBy = (size: number) =>
      world.inside(async (db) => {
        const found: { workerId: string; lines: number }[][] = []
        for await (const portion of openWorkers(db, calendarDate('2026-10-31'), size))
          found.push(portion.map(({ workerId, lines }) => ({ workerId, lines: lines.length })))
        return found
      })
    const all = workers.map((workerId) => ({ workerId, lines: 2 })).sort((left, right) => (left.workerId < right.workerId ? -1 : 1))
    expect(await readBy(3)).toEqual([all])
    expect(await readBy(2)).toEqual([all.slice(0, 2), all.slice(2)])
    expect(await readBy(1)).toEqual(all.map((each) => [each]))
  })
})
