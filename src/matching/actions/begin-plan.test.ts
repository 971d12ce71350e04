import { afterAll, beforeAll, expect, it } from 'vitest'
import { createWorld, type World } from '../../../test/support/world.ts'
import { findPlan } from '../store/plans.ts'
import { beginPlan, readyForPlan } from './begin-plan.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

it('計画は、頼んだ人のベルに出て、裏で計算される', async () => {
  await world.package()
  const director = await world.person('director')
  const planId = await world.inside(async (db) => {
    const context = world.context(db, director)
    const ready = await readyForPlan(context)
    expect(ready.openCount).toBe(1)
    expect(await beginPlan(context, { ...ready, days: 14, seconds: 5, refreshesId: null })).toEqual({ planId: ready.id })
    return ready.id
  })
  expect(await world.inside((db) => findPlan(db, planId))).toMatchObject({
    state: 'running',
    days: 14,
    secondsLimit: 5,
    askedBy: director.userId,
  })
  const news = await world.inside((db) =>
    db.selectFrom('platform.notification').select(['kind', 'link']).where('userId', '=', director.userId).execute(),
  )
  expect(news).toEqual([{ kind: 'matching.plan-begun', link: `/plan/${planId}` }])
})
