import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readMyHome } from '../../src/delivery/store/work.ts'
import { countOpenPackages } from '../../src/matching/store/board.ts'
import { readLiveState } from '../../src/matching/store/live-state.ts'
import { cancelOrder } from '../../src/orders/actions/cancel-order.ts'
import { closePackage } from '../../src/orders/actions/close-package.ts'
import { listCandidates, openJobs } from '../../src/orders/store/index.ts'
import { calendarDate, startOfDayInJapan } from '../../src/units/calendar-date.ts'
import { createWorld, type World } from '../support/world.ts'

let world: World
const today = calendarDate('2026-11-20')
beforeAll(async () => {
  world = await createWorld({ today })
})
afterAll(() => world.close())

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** Minutes that a person with two free hours a day still owes of work that is due in three weeks, as each reader counts them. */
async function owed(workerId: string) {
  const freeUntilDue = 21 * 120
  const packageId = await world.package({ dueOn: '2026-12-10' })
  return world.inside(async (db) => {
    const [work] = await openJobs(db, today, { packageId })
    if (!work) throw new Error('no work')
    const home = await readMyHome(db, [workerId], startOfDayInJapan(today))
    const { rows } = await listCandidates(db, work, { search: '', limit: 1_000 }, today)
    const candidate = rows.find((each) => each.workerId === workerId)
    const { promised } = await readLiveState(db, today)
    const own = promised.filter((each) => each.workerId === workerId && each.id.startsWith('assignment:'))
    return {
      home: sum(home.work.map((work) => (work.leftUnits + work.toCorrectUnits) * work.unitMinutes)),
      candidates: freeUntilDue - (candidate?.freeMinutes ?? 0),
      planner: sum(own.map((work) => work.units * work.unitMinutes)),
    }
  })
}

/** A person who has agreed to 50 units of six minutes in a package of an order. */
async function agreed(state: 'running' | 'delivered' = 'running') {
  const orderId = await world.order({ state })
  const packageId = await world.package({ orderId })
  const { workerId } = await world.worker()
  const assignmentId = await world.assignment({ packageId, workerId, units: 50 })
  return { orderId, packageId, workerId, assignmentId }
}

const act = async <Input, Output>(
  action: { attempt(context: ReturnType<World['context']>, input: Input): Promise<Output> },
  input: Input,
): Promise<Output> => {
  const director = await world.person('director')
  return world.inside((db) => action.attempt(world.context(db, director), input))
}

describe('約束した仕事', () => {
  const everywhere = { home: 300, candidates: 300, planner: 300 }

  test('パッケージの受付を終了しても、だれが数えても変わらない', async () => {
    const { packageId, workerId } = await agreed()
    await act(closePackage, { packageId })
    expect(await owed(workerId)).toEqual(everywhere)
  })

  test('受注を取り消しても、だれが数えても変わらない', async () => {
    const { orderId, workerId } = await agreed()
    await act(cancelOrder, { orderId, reason: 'client-withdrew', note: '' })
    expect(await owed(workerId)).toEqual(everywhere)
  })

  test('納品した受注でも、まだ出していない分は残っている', async () => {
    const { workerId } = await agreed('delivered')
    expect(await owed(workerId)).toEqual(everywhere)
  })

  test('差し戻されて直す分も、だれが数えても残っている', async () => {
    const { assignmentId, workerId } = await agreed()
    const submissionId = await world.submission({ assignmentId, units: 20 })
    await world.insert('delivery.rework', {
      submissionId,
      item: 'Item',
      reason: 'Reason',
      evidence: 'Evidence',
      cause: 'worker-fault',
      correctBy: '2026-11-30',
      returnedOn: today,
      returnedBy: 'system',
    })
    expect(await owed(workerId)).toEqual(everywhere)
  })
})

describe('返事の期日が過ぎた打診', () => {
  test('作業者のホームでは、夜の処理の前でも開いていない', async () => {
    const { workerId } = await world.worker()
    await world.offer({ workerId, answerBy: '2026-11-19' })
    await world.offer({ workerId, answerBy: today })
    await world.offer({ workerId })
    expect(await world.inside((db) => readMyHome(db, [workerId], startOfDayInJapan(today)))).toMatchObject({ openOfferCount: 2 })
  })

  test('募集中のパッケージの数でも、数が戻っている', async () => {
    const count = () => world.inside((db) => countOpenPackages(db, today))
    const before = await count()
    const packageId = await world.package({ units: 10 })
    await world.offer({ packageId, units: 10, answerBy: '2026-11-19' })
    expect(await count()).toBe(before + 1)
  })
})
