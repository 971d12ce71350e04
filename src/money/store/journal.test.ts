import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { at, batchOf, closeMonthOf, done, enteredOn, giveAccount, payable, setOperatorAccount } from '../../../test/support/money.ts'
import { createProgramme, createWorld, type World } from '../../../test/support/world.ts'
import { yen } from '../../units/yen.ts'
import { recordCost } from '../actions/record-cost.ts'
import { recordReturn } from '../actions/record-return.ts'
import { reverseEntry } from '../actions/reverse-entry.ts'
import { operatingCostEntry } from '../rules/posting.ts'
import { balances, readTrialBalance } from './books.ts'
import { findImbalances, post } from './journal.ts'

let opened: World
beforeAll(async () => {
  opened = await createWorld({ today: '2026-12-01' })
})
afterAll(() => opened.close())

describe('仕訳', () => {
  it('同じ出来事は、何度記帳しても一度だけ', async () => {
    const world = await createProgramme(opened.database, { today: '2026-12-01' })
    const entry = {
      entry: operatingCostEntry({ costYen: yen(500), taxYen: yen(50) }),
      entryOn: enteredOn('2026-11-30'),
      sourceId: world.programmeId,
      description: '',
      parties: {},
    }
    const posted = await Promise.all([1, 2, 3].map(() => world.inside((db) => post(db, [entry]))))
    expect(posted.sort((a, b) => a - b)).toEqual([0, 0, 1])
    const year = await world.inside((db) => db.selectFrom('money.programme_year').selectAll().execute())
    expect(year).toMatchObject([{ fiscalYear: 2026, municipalityKey: world.programmeId, costYen: 500 }])
  })

  it('借方と貸方の違う仕訳は、データベースも拒む', async () => {
    const world = await createProgramme(opened.database, { today: '2026-12-01' })
    await world.insert('money.entry', { id: world.programmeId, kind: 'test', entryOn: '2026-11-30', sourceId: world.programmeId })
    await expect(world.insert('money.posting', { entryId: world.programmeId, line: 1, account: 'bank', debitYen: 1 })).rejects.toThrow(
      'does not balance',
    )
  })

  it('3月31日と4月1日は、別の年度', async () => {
    const world = await createProgramme(opened.database, { today: '2027-04-02' })
    for (const paidOn of ['2027-03-31', '2027-04-01']) {
      await world.inside((db) => done(at(world, '2027-04-02T03:00:00Z')(db), recordCost, { paidOn, amountYen: 100, description: 'x' }))
    }
    const years = await world.inside((db) =>
      db.selectFrom('money.programme_year').select(['fiscalYear', 'costYen']).orderBy('fiscalYear').execute(),
    )
    expect(years).toEqual([
      { fiscalYear: 2026, costYen: 100 },
      { fiscalYear: 2027, costYen: 100 },
    ])
  })
})

const work = fc.record({
  worker: fc.nat({ max: 3 }),
  units: fc.integer({ min: 1, max: 900 }),
  price: fc.integer({ min: 1, max: 3_000 }),
  day: fc.integer({ min: 1, max: 31 }),
  subject: fc.boolean(),
})
const month = fc.record({
  works: fc.array(work, { minLength: 1, maxLength: 8 }),
  late: fc.array(work, { maxLength: 3 }),
  returned: fc.boolean(),
  costs: fc.array(fc.record({ yen: fc.integer({ min: 1, max: 1_000_000 }), reversed: fc.boolean() }), { maxLength: 3 }),
})
type Month = typeof month extends fc.Arbitrary<infer Value> ? Value : never

/** Lives through a month with a late close, a returned transfer and costs, in a programme of its own. */
async function live(plan: Month): Promise<World> {
  const world = await createProgramme(opened.database, { today: '2026-12-01' })
  await setOperatorAccount(world)
  const workers: string[] = []
  for (let at = 0; at < 4; at++) {
    const { workerId } = await world.worker(at === 3 ? { kind: 'corporation' } : {})
    await giveAccount(world, workerId)
    workers.push(workerId)
  }
  await world.insert('people.invoice_registration', {
    id: crypto.randomUUID(),
    workerId: workers[1] ?? '',
    number: 'T7000012050002',
    validFrom: '2026-10-16',
  })
  const enter = async (each: Month['works'][number]) => {
    const workerId = workers[each.worker] ?? ''
    await payable(world, {
      workerId,
      units: each.units,
      unitPriceYen: each.price,
      receivedOn: `2026-10-${String(each.day).padStart(2, '0')}`,
      withholding: each.subject ? 'subject' : 'not-subject',
    })
  }
  for (const each of plan.works) await enter(each)
  const first = await closeMonthOf(world, '2026-10-01', '2026-11-20T03:00:00Z')
  await batchOf(world, first, 'recorded')
  if (plan.returned) await returnOne(world, first)
  for (const each of plan.late) await enter(each)
  if (plan.late.length > 0) {
    const late = await closeMonthOf(world, '2026-10-01', '2026-11-26T03:00:00Z')
    await expectUnpaid(world)
    await batchOf(world, late, 'recorded', '2026-11-26T03:00:00Z', '2026-11-27')
  }
  for (const cost of plan.costs) {
    await world.inside((db) =>
      done(at(world, '2026-12-01T03:00:00Z')(db), recordCost, { paidOn: '2026-11-30', amountYen: cost.yen, description: 'x' }),
    )
    if (cost.reversed) await reverseLast(world)
  }
  return world
}

async function returnOne(world: World, closeId: string): Promise<void> {
  const transfer = await world.inside((db) =>
    db.selectFrom('money.transfer').select(['id', 'workerId']).orderBy('id').executeTakeFirstOrThrow(),
  )
  await world.inside((db) =>
    done(at(world, '2026-11-25T10:00:00Z')(db), recordReturn, {
      transferId: transfer.id,
      returnedOn: '2026-11-25',
      note: '口座なし',
      feeYen: 440,
    }),
  )
  await expectUnpaid(world)
  await giveAccount(world, transfer.workerId, '2026-11-25T11:00:00Z')
  await batchOf(world, closeId, 'recorded', '2026-11-25T12:00:00Z', '2026-11-26')
}

/** What is unpaid, with its last transfer, as the states of all transfers tell it: the view looks at less. */
async function expectUnpaid(world: World): Promise<void> {
  const [view, told] = await world.inside(async (db) => [
    await sql`select id, due_yen, last_transfer_id, attempt, last_state, returned_at from money.unpaid_statement order by id`.execute(db),
    await sql`
      select d.id, d.due_yen, t.transfer_id as last_transfer_id, t.attempt, t.state as last_state, t.returned_at
      from money.statement_due d
      left join money.statement_transfer t on t.programme_id = d.programme_id and t.statement_id = d.id and t.is_last
      where d.due_yen > 0 and coalesce(t.state, 'none') in ('none', 'returned', 'refused') order by d.id`.execute(db),
  ])
  expect(view?.rows).not.toEqual([])
  expect(view?.rows).toEqual(told?.rows)
}

async function reverseLast(world: World): Promise<void> {
  const entry = await world.inside((db) =>
    db.selectFrom('money.entry').select('id').where('kind', '=', 'operating-cost').orderBy('id', 'desc').executeTakeFirstOrThrow(),
  )
  await world.inside((db) => done(at(world, '2026-12-01T03:00:00Z')(db), reverseEntry, { entryId: entry.id, reason: '誤り' }))
}

it('どんな月を過ごしても、帳簿は釣り合い、誰も二度払われず、振込の合計は差引支払額の合計になる', async () => {
  await fc.assert(
    fc.asyncProperty(month, async (plan) => {
      const world = await live(plan)
      const facts = await world.inside(async (db) => {
        const trial = await readTrialBalance(db, '2026-04-01', '2027-03-31')
        const statements = await db.selectFrom('money.statement').select(['id', 'netYen', 'withholdingYen', 'totalYen']).execute()
        const paid = await db
          .selectFrom('money.transfer_part as t')
          .innerJoin('money.transfer_result as r', 'r.transferId', 't.transferId')
          .select(['t.statementId', 't.amountYen', 'r.result'])
          .execute()
        const reckoned = await sql<{ account: string; debitYen: number; creditYen: number }>`
          select account, sum(debit_yen)::bigint as debit_yen, sum(credit_yen)::bigint as credit_yen from money.posting group by 1`.execute(
          db,
        )
        const [bankYen] = await balances(db, ['bank'])
        const years = await db.selectFrom('money.worker_year').select('paidYen').execute()
        return { trial, statements, paid, years, reckoned: reckoned.rows, bankYen, broken: await findImbalances(db) }
      })
      const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)
      expect(facts.broken).toEqual([])
      expect(facts.trial).toMatchObject({ differenceYen: 0, imbalanceCount: 0 })
      const sides = facts.trial.rows.map(({ account, debitYen, creditYen }) => ({ account, debitYen, creditYen }))
      expect(new Set(sides)).toEqual(new Set(facts.reckoned))
      for (const statement of facts.statements) {
        const signed = facts.paid
          .filter((row) => row.statementId === statement.id)
          .map((row) => (row.result === 'paid' ? row.amountYen : -row.amountYen))
        expect(sum(signed)).toBe(statement.netYen)
      }
      expect(sum(facts.years.map((row) => row.paidYen))).toBe(sum(facts.statements.map((row) => row.totalYen)))
      const closing = (account: string) => facts.trial.rows.find((row) => row.account === account)?.closingYen ?? 0
      expect(closing('bank')).toBe(facts.bankYen)
      expect(closing('accounts-payable')).toBe(0)
      expect(closing('withholding-payable')).toBe(sum(facts.statements.map((row) => row.withholdingYen)))
    }),
    { numRuns: 12 },
  )
}, 120_000)
