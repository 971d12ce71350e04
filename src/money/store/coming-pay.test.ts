import { afterAll, beforeAll, expect, it } from 'vitest'
import { at, batchOf, closeMonthOf, done, giveAccount, payable, setOperatorAccount } from '../../../test/support/money.ts'
import { createProgramme, createWorld, type World } from '../../../test/support/world.ts'
import { readMyHome } from '../../delivery/store/work.ts'
import { calendarDate, startOfDayInJapan } from '../../units/calendar-date.ts'
import { correctStatement } from '../actions/correct-statement.ts'
import { issueStatements } from '../actions/issue-statements.ts'
import '../routes.ts'
import { readMyMoney } from './worker-reads.ts'

let opened: World
beforeAll(async () => {
  opened = await createWorld({ today: '2026-11-20' })
})
afterAll(() => opened.close())

/** What the home and the page of the money say on a day. */
const answers = (world: World, workerId: string, on: string) =>
  world.inside(async (db) => {
    const today = calendarDate(on)
    const home = await readMyHome(db, [workerId], startOfDayInJapan(today))
    const money = await readMyMoney(db, [workerId], today, { cursor: null, limit: 50 })
    return { home: home.coming, money }
  })
const day = (payOn: string, statedYen: number, acceptedYen = 0, waitingYen = 0) => ({ payOn, statedYen, acceptedYen, waitingYen })

it('トップとお金のページは、締める前も後も、払った後も、同じ日に同じ額を言う', async () => {
  const world = await createProgramme(opened.database, { today: '2026-11-20' })
  await setOperatorAccount(world)
  const { workerId } = await world.worker()
  await giveAccount(world, workerId)
  await payable(world, { workerId, unitPriceYen: 260 })
  await payable(world, { workerId, units: 20, receivedOn: '2026-11-10' })
  await world.submission({ workerId, receivedOn: '2026-11-12', receivedAt: '2026-11-12T03:00:00Z', units: 1 })
  const both = async (on: string) => {
    const { home, money } = await answers(world, workerId, on)
    expect(money.coming).toEqual(home)
    return money
  }
  const before = await both('2026-11-16')
  expect(before.coming).toMatchObject([day('2026-11-25', 0, 2_600), { payOn: '2026-12-25', statedYen: 0, acceptedYen: 2_400 }])
  expect([before.nextPayOn, before.comingYen, before.acceptedYen]).toEqual([null, 0, 5_000])

  const closeId = await closeMonthOf(world, '2026-10-01', '2026-11-20T03:00:00Z')
  const closed = await both('2026-11-20')
  expect(closed.coming).toMatchObject([day('2026-11-25', 2_860), { payOn: '2026-12-25', acceptedYen: 2_400 }])
  await closeMonthOf(world, '2026-11-01', '2026-12-02T03:00:00Z')
  // Two statements wait, of different days: each day has its own amount.
  const two = await both('2026-12-02')
  expect(two.coming.map((each) => [each.payOn, each.statedYen])).toEqual([
    ['2026-11-25', 2_860],
    ['2026-12-25', 2_640],
  ])
  expect([two.nextPayOn, two.comingYen]).toEqual(['2026-11-25', 2_860])

  await batchOf(world, closeId, 'recorded')
  const paid = await both('2026-12-03')
  expect([paid.nextPayOn, paid.comingYen, paid.paidYen]).toEqual(['2026-12-25', 2_640, 2_860])
})

it('暦年は1月から、年度は4月から数える', async () => {
  const world = await createProgramme(opened.database, { today: '2027-01-30' })
  await setOperatorAccount(world)
  const { workerId } = await world.worker()
  await giveAccount(world, workerId)
  await payable(world, { workerId })
  await batchOf(world, await closeMonthOf(world, '2026-10-01', '2026-11-20T03:00:00Z'), 'recorded')
  await payable(world, { workerId, units: 20, receivedOn: '2026-12-10' })
  const second = await closeMonthOf(world, '2026-12-01', '2027-01-05T03:00:00Z')
  await batchOf(world, second, 'recorded', '2027-01-20T03:00:00Z', '2027-01-25')
  const { money } = await answers(world, workerId, '2027-01-30')
  expect([money.fiscalYear, money.paidYen, money.calendarYear, money.calendarPaidYen]).toEqual([2026, 3_960, 2027, 2_640])
})

it('払った後の訂正は、差額だけを、その支払日に言う', async () => {
  const world = await createProgramme(opened.database, { today: '2026-11-26' })
  await setOperatorAccount(world)
  const { workerId, submissionId } = await payable(world)
  await giveAccount(world, workerId)
  const closeId = await closeMonthOf(world, '2026-10-01', '2026-11-20T03:00:00Z')
  await world.inside((db) => done(at(world, '2026-11-20T03:00:00Z')(db), issueStatements, { closeId }))
  await batchOf(world, closeId, 'recorded')
  const { id } = await world.inside((db) => db.selectFrom('money.statement').select('id').executeTakeFirstOrThrow())
  const lines = [{ submissionId, amountYen: 2_000, withholding: 'not-subject' as const }]
  await world.inside((db) =>
    done(at(world, '2026-11-26T03:00:00Z')(db), correctStatement, { statementId: id, reason: '数量の誤り', lines }),
  )
  const { home, money } = await answers(world, workerId, '2026-11-26')
  expect([home, money.coming]).toEqual([[day('2026-11-27', 880)], [day('2026-11-27', 880)]])
})
