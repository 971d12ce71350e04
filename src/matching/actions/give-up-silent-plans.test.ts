import { expect, it } from 'vitest'
import { createWorld } from '../../../test/support/world.ts'
import { newId } from '../../platform/action.ts'
import { calendarDate } from '../../units/calendar-date.ts'
import { findPlan, insertPlan } from '../store/plans.ts'
import { horizonFrom } from '../store/problem.ts'
import { giveUpSilentPlans } from './give-up-silent-plans.ts'

it('サーバーが落ちて黙った計算は失敗になり、頼んだ人に知らされる。動いている計算はそのまま', async () => {
  const world = await createWorld()
  try {
    const { userId } = await world.person('director')
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
    const after = (seconds: number) =>
      world.inside((db) => giveUpSilentPlans({ db, programmeId: world.programmeId, now: new Date(world.now.getTime() + seconds * 1_000) }))
    await after(30)
    expect(await world.inside((db) => findPlan(db, id))).toMatchObject({ state: 'running' })
    await after(120)
    expect(await world.inside((db) => findPlan(db, id))).toMatchObject({ state: 'failed', fault: 'interrupted' })
    const notes = await world.inside((db) => db.selectFrom('platform.notification').selectAll().where('userId', '=', userId).execute())
    expect(notes).toMatchObject([{ kind: 'matching.plan-failed', link: `/plan/${id}` }])
  } finally {
    await world.close()
  }
})
