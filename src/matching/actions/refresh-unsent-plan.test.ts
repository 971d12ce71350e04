import { askOwner } from '../../../test/support/database.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createWorld, type World } from '../../../test/support/world.ts'
import { systemActor } from '../../platform/access.ts'
import { contextOf, newId } from '../../platform/action.ts'
import { calendarDate } from '../../units/calendar-date.ts'
import { calculate, reactions } from '../jobs.ts'
import { plannedOffers } from '../store/planned.ts'
import { findPlan, insertPlan, newestPlanId, setPlanState } from '../store/plans.ts'
import { horizonFrom } from '../store/problem.ts'
import { refreshUnsentPlan } from './refresh-unsent-plan.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const newest = async () => {
  const row = await world.inside(async (db) => findPlan(db, (await newestPlanId(db)) ?? ''))
  if (!row?.problem || row.plan === null) throw new Error('no plan')
  return { ...row, offers: plannedOffers(row.problem, row.plan) }
}
const refresh = (minutes: number) => refreshUnsentPlan(world.database, world.programmeId, new Date(world.now.getTime() + minutes * 60_000))
const setState = (workerId: string, state: 'registered' | 'paused') =>
  world.inside((db) => db.updateTable('people.worker').set({ state }).where('id', '=', workerId).execute())

it('打診の前に人が休むと、直した案がもとの計画のとなりにでき、頼んだ人に知らされる。次の変化では案だけが入れ替わる', async () => {
  const { userId } = await world.person('director')
  await world.package({ units: 40, unitMinutes: 6, dueOn: '2026-12-10' })
  for (let n = 0; n < 3; n++) await world.worker({ freeMinutes: 60 })
  const id = newId()
  const plan = {
    programmeId: world.programmeId,
    id,
    kind: 'whole' as const,
    packageId: null,
    cause: null,
    ...horizonFrom(calendarDate(world.today)),
    secondsLimit: 5,
    by: userId,
    now: world.now,
  }
  await world.inside((db) => insertPlan(db, plan))
  await calculate(world.database, world.programmeId, id)
  const [first] = (await newest()).offers
  if (!first) throw new Error('no offer')

  await refresh(1)
  expect(await newest()).toMatchObject({ id })

  await setState(first.workerId, 'paused')
  await refresh(2)
  const refreshed = await newest()
  expect(refreshed).toMatchObject({ kind: 'whole', state: 'proposed', refreshesId: id, askedBy: 'system' })
  expect(refreshed.offers.some((offer) => offer.workerId === first.workerId)).toBe(false)
  expect(refreshed.offers.reduce((sum, offer) => sum + offer.units, 0)).toBe(40)
  const notes = await world.inside((db) =>
    db.selectFrom('platform.notification').selectAll().where('userId', '=', userId).where('kind', '=', 'matching.plan-refreshed').execute(),
  )
  expect(notes).toMatchObject([{ link: `/plan/${refreshed.id}` }])

  await setState(first.workerId, 'registered')
  await refresh(3)
  expect(await newest()).toMatchObject({ refreshesId: id })
  expect(await world.inside((db) => findPlan(db, refreshed.id))).toMatchObject({ state: 'discarded' })
  expect(await world.inside((db) => findPlan(db, id))).toMatchObject({ state: 'proposed' })
})

it('打診したあとや、二週間たった計画は、もう直さない', async () => {
  const before = await newest()
  if (before.refreshesId === null) throw new Error('no refresh')
  await world.inside((db) =>
    db
      .updateTable('people.worker')
      .set({ state: 'paused' })
      .where('id', '=', before.offers[0]?.workerId ?? '')
      .execute(),
  )
  await refresh(16 * 24 * 60)
  expect((await newest()).id).toBe(before.id)
  await world.inside((db) => setPlanState(db, before.refreshesId ?? '', 'offered', world.now))
  await refresh(4)
  expect((await newest()).id).toBe(before.id)
})

it('断り・手放し・空き時間・休みが続いても、五分後に一度だけ直す', async () => {
  const events = ['offer.declined', 'assignment.released', 'free-minutes.changed', 'person.state-changed']
  const payload = { workerId: newId(), offerId: newId(), assignmentId: newId(), packageId: newId(), units: 1 }
  for (const name of events) {
    const own = reactions.filter((each) => each.event === name && each.name.startsWith('matching.refresh-'))
    expect(own).toHaveLength(1)
    for (const each of own) await world.inside((db) => each.react(contextOf(db, world.programmeId, systemActor, world.now), payload))
  }
  const waiting = await askOwner<{ at: Date }>('select run_at as at from graphile_worker._private_jobs where key = $1', [
    `matching.refresh-unsent-plan ${world.programmeId}`,
  ])
  expect(waiting.map(({ at }) => new Date(at).toISOString())).toEqual([new Date(world.now.getTime() + 5 * 60_000).toISOString()])
})
