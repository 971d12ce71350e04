import { describe, expect, it, beforeAll, afterAll } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { at, batchOf, closeMonthOf, done, giveAccount, payable, setOperatorAccount } from '../../../test/support/money.ts'
import { createWorld, type World } from '../../../test/support/world.ts'
import { findImbalances } from '../store/journal.ts'
import { withheldMonths } from '../store/withholding.ts'
import { correctStatement } from './correct-statement.ts'
import { issueStatements } from './issue-statements.ts'
import { makeBatch } from './make-batch.ts'
import { sameTenant } from '../../platform/db/listing.ts'

const month = '2026-10-01'
const closedAt = '2026-11-02T03:00:00Z'

/** A closed month with the statement of one worker, and its paper when asked for. */
async function closed(
  world: World,
  given: { units?: number; withholding?: 'subject' | 'not-subject' | 'undecided'; papers?: boolean; workerId?: string } = {},
) {
  await setOperatorAccount(world)
  const workerId = given.workerId ?? (await world.worker()).workerId
  await giveAccount(world, workerId)
  const { submissionId } = await payable(world, { workerId, units: given.units ?? 50, withholding: given.withholding ?? 'not-subject' })
  const closeId = await closeMonthOf(world, month, closedAt)
  if (given.papers !== false) await world.inside((db) => done(at(world, closedAt)(db), issueStatements, { closeId, limit: 500 }))
  const statement = await world.inside((db) =>
    db.selectFrom('money.statement').selectAll().where('closeId', '=', closeId).where('workerId', '=', workerId).executeTakeFirstOrThrow(),
  )
  return { closeId, workerId, submissionId, statement }
}

const right = (statementId: string, submissionId: string, amountYen: number, withholding: 'subject' | 'not-subject' = 'not-subject') => ({
  statementId,
  reason: '10件の数え落とし',
  lines: [{ submissionId, amountYen, withholding }],
})

const refused =
  (
    until: (world: World, made: Awaited<ReturnType<typeof closed>>) => Promise<Parameters<typeof right>>,
    given?: Parameters<typeof closed>[1],
  ) =>
  async (world: World) => {
    const made = await closed(world, given)
    const actor = await world.person('office')
    return { actor, input: right(...(await until(world, made))) }
  }

actionSuite(correctStatement, {
  today: '2026-11-20',
  arrange: async (world) => {
    const { statement, submissionId } = await closed(world)
    return { actor: await world.person('office'), input: right(statement.id, submissionId, 7_200) }
  },
  check: async (world, output, input) => {
    expect(output).toMatchObject({ netYen: 7_920, dueYen: 7_920 })
    const chain = await world.inside((db) =>
      db.selectFrom('money.statement').selectAll().where('rootId', '=', input.statementId).orderBy('issuedAt').execute(),
    )
    expect(chain.map((row) => [row.corrects, row.subtotalYen, row.netYen])).toEqual([
      [null, 6_000, 6_600],
      [input.statementId, 7_200, 7_920],
    ])
    const papers = await world.inside((db) =>
      db
        .selectFrom('money.statement_document as link')
        .innerJoin('platform.document as d', (join) => sameTenant(join, 'd.id', 'link.documentId'))
        .select(['d.number', 'd.version', 'd.supersedes'])
        .where(
          'link.statementId',
          'in',
          chain.map((row) => row.id),
        )
        .orderBy('d.version')
        .execute(),
    )
    expect(papers.map((paper) => [paper.number === papers[0]?.number, paper.version, paper.supersedes !== null])).toEqual([
      [true, 1, false],
      [true, 2, true],
    ])
    expect(await world.inside(findImbalances)).toEqual([])
  },
  refusals: {
    'already-corrected': refused(async (world, { statement, submissionId }) => {
      const actor = await world.person('office')
      await world.inside((db) =>
        done(at(world, '2026-11-20T01:00:00Z', actor)(db), correctStatement, right(statement.id, submissionId, 7_000)),
      )
      return [statement.id, submissionId, 7_200]
    }),
    'transfer-under-way': refused(async (world, { closeId, statement, submissionId }) => {
      await batchOf(world, closeId, 'made')
      return [statement.id, submissionId, 7_200]
    }),
    'paper-missing': refused(async (_, { statement, submissionId }) => [statement.id, submissionId, 7_200], { papers: false }),
    'lines-differ': refused(async (_, { statement }) => [statement.id, crypto.randomUUID(), 7_200]),
    'nothing-changed': refused(async (_, { statement, submissionId }) => [statement.id, submissionId, 6_000]),
    'would-reduce': refused(async (_, { statement, submissionId }) => [statement.id, submissionId, 5_900]),
    'would-take-back': refused(async (world, { closeId, statement, submissionId }) => {
      await batchOf(world, closeId, 'recorded')
      return [statement.id, submissionId, 6_000, 'subject']
    }),
  },
  invalid: [{ input: right(crypto.randomUUID(), crypto.randomUUID(), 0), path: 'lines.0.amountYen' }],
})

describe('支払明細の訂正と振込', () => {
  let world: World
  beforeAll(async () => {
    world = await createWorld({ today: '2026-11-26' })
  })
  afterAll(() => world.close())

  const balance = (workerId: string, account: string) =>
    world.inside(async (db) => {
      const { debit, credit } = await db
        .selectFrom('money.posting')
        .select((e) => [e.fn.sum<string>('debitYen').as('debit'), e.fn.sum<string>('creditYen').as('credit')])
        .where('workerId', '=', workerId)
        .where('account', '=', account)
        .executeTakeFirstOrThrow()
      return Number(debit) - Number(credit)
    })

  const monthOf = async (of: string) => {
    const found = (await world.inside(withheldMonths)).find((row) => row.month === of)
    return { baseYen: found?.baseYen ?? 0, withheldYen: found?.withheldYen ?? 0 }
  }

  it('支払の後の訂正は差額だけを支払い、源泉徴収も差額になり、未払金は残らない', async () => {
    // law.md §5.2: 30,000 yen of writing, 3,063 yen withheld; corrected to 50,000 yen, 5,105 yen withheld.
    const { closeId, workerId, statement, submissionId } = await closed(world, { units: 250, withholding: 'subject' })
    expect(statement.withholdingYen).toBe(3_063)
    await batchOf(world, closeId, 'recorded')
    const actor = await world.person('office')
    const corrected = await world.inside((db) =>
      done(at(world, '2026-11-26T01:00:00Z', actor)(db), correctStatement, right(statement.id, submissionId, 50_000, 'subject')),
    )
    expect(corrected).toMatchObject({ netYen: 49_895, dueYen: 49_895 - statement.netYen })
    const batchId = await batchOf(world, closeId, 'recorded', '2026-11-26T03:00:00Z', '2026-11-27')
    const transfers = await world.inside((db) => db.selectFrom('money.transfer').selectAll().where('batchId', '=', batchId).execute())
    expect(transfers.map((row) => [row.statementId, row.amountYen])).toEqual([[corrected.statementId, corrected.dueYen]])
    expect(await balance(workerId, 'withholding-payable')).toBe(-5_105)
    expect(await balance(workerId, 'accounts-payable')).toBe(0)
    expect(await balance(workerId, 'bank')).toBe(-49_895)
    expect(await world.inside(findImbalances)).toEqual([])
  })

  it('源泉徴収が誤りだったときは、徴収した税を返す', async () => {
    const { closeId, workerId, statement, submissionId } = await closed(world, { units: 250, withholding: 'subject' })
    await batchOf(world, closeId, 'recorded')
    const actor = await world.person('office')
    const corrected = await world.inside((db) =>
      done(at(world, '2026-11-26T01:00:00Z', actor)(db), correctStatement, right(statement.id, submissionId, 30_000)),
    )
    expect(corrected.dueYen).toBe(3_063)
    await batchOf(world, closeId, 'recorded', '2026-11-26T03:00:00Z', '2026-11-27')
    expect([
      await balance(workerId, 'withholding-payable'),
      await balance(workerId, 'accounts-payable'),
      await balance(workerId, 'bank'),
    ]).toEqual([0, 0, -33_000])
  })

  it('訂正の訂正の後も、納付書の支給額は支払った額の合計になる', async () => {
    const { closeId, statement, submissionId } = await closed(world, { units: 5_000, withholding: 'subject' })
    const before = await monthOf('2026-11-01')
    await batchOf(world, closeId, 'recorded')
    const actor = await world.person('office')
    const correct = (instant: string, statementId: string, amountYen: number) =>
      world.inside((db) => done(at(world, instant, actor)(db), correctStatement, right(statementId, submissionId, amountYen, 'subject')))
    const once = await correct('2026-11-26T01:00:00Z', statement.id, 1_100_000)
    await correct('2026-11-26T02:00:00Z', once.statementId, 1_800_000)
    await batchOf(world, closeId, 'recorded', '2026-11-26T03:00:00Z', '2026-11-27')
    const after = await monthOf('2026-11-01')
    // law.md §5.2: 800,000 yen over the first million at 20.42 %, and 102,100 yen.
    expect([after.baseYen - before.baseYen, after.withheldYen - before.withheldYen]).toEqual([1_800_000, 265_460])
  })

  it('同じ日に払うほかの明細があれば、訂正も合わせた1回の支払として税を計算する', async () => {
    const { closeId, workerId, statement, submissionId } = await closed(world, { units: 5_000, withholding: 'subject' })
    await payable(world, { workerId, units: 5_000, withholding: 'subject' })
    const second = await closeMonthOf(world, month, '2026-11-03T03:00:00Z')
    const { withholdingYen } = await world.inside((db) =>
      db.selectFrom('money.statement').select('withholdingYen').where('closeId', '=', second).executeTakeFirstOrThrow(),
    )
    expect(statement.withholdingYen + withholdingYen).toBe(142_940)
    const actor = await world.person('office')
    const corrected = await world.inside((db) =>
      done(at(world, '2026-11-20T01:00:00Z', actor)(db), correctStatement, right(statement.id, submissionId, 699_999, 'subject')),
    )
    expect(corrected.netYen).toBe(769_998 - (163_359 - withholdingYen))
    await batchOf(world, closeId, 'recorded')
    expect(await balance(workerId, 'withholding-payable')).toBe(-163_359)
  })

  it('支払の前の訂正は、新しい明細だけを支払う', async () => {
    const { closeId, workerId, statement, submissionId } = await closed(world)
    const actor = await world.person('office')
    const corrected = await world.inside((db) =>
      done(at(world, '2026-11-20T01:00:00Z', actor)(db), correctStatement, right(statement.id, submissionId, 7_200)),
    )
    const made = await world.inside((db) =>
      done(at(world, '2026-11-24T03:00:00Z', actor)(db), makeBatch, { closeId, valueOn: '2026-11-25' }),
    )
    expect([made.transferCount, made.totalYen]).toEqual([1, 7_920])
    expect(corrected.dueYen).toBe(7_920)
    expect(await balance(workerId, 'accounts-payable')).toBe(-7_920)
  })
})
