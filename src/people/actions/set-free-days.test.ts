import { afterAll, beforeAll, expect, it } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { createWorld, type World } from '../../../test/support/world.ts'
import { setFreeDays } from './set-free-days.ts'

async function arranged(world: World, given: object = {}) {
  const { workerId } = await world.worker()
  return { actor: await world.person('director'), input: { workerId, firstOn: '2026-12-01', lastOn: '2026-12-03', minutes: 0, ...given } }
}
const daysOf = (world: World, workerId: string) =>
  world.inside((db) =>
    db
      .selectFrom('people.free_minutes_exception')
      .select(['onDate', 'minutes'])
      .where('workerId', '=', workerId)
      .orderBy('onDate')
      .execute(),
  )

actionSuite(setFreeDays, {
  arrange: (world) => arranged(world),
  check: async (world, { dayCount }, { workerId }) => {
    expect(dayCount).toBe(3)
    expect(await daysOf(world, workerId)).toEqual(['2026-12-01', '2026-12-02', '2026-12-03'].map((onDate) => ({ onDate, minutes: 0 })))
  },
  refusals: {
    'day-is-over': (world) => arranged(world, { firstOn: '2026-11-01' }),
    'day-too-far': (world) => arranged(world, { lastOn: '2028-01-01' }),
    'no-day-in-range': (world) => arranged(world, { weekdays: [7] }),
  },
})

let world: World
beforeAll(async () => void (world = await createWorld()))
afterAll(() => world.close())

it('休みをほかの人が記録すると本人に知らせ、本人が入れたときは知らせず、取り消せる', async () => {
  const { workerId, actor } = await world.worker()
  const set = (who: typeof actor, minutes: number | null) =>
    world.inside(async (db) =>
      setFreeDays.perform(world.context(db, who), {
        workerId,
        firstOn: '2026-12-01',
        lastOn: '2026-12-31',
        weekdays: [3],
        everyWeeks: 2,
        minutes,
      }),
    )
  const news = () =>
    world.inside((db) => db.selectFrom('platform.notification').select(['kind', 'data']).where('userId', '=', actor.userId).execute())
  await set(actor, 0)
  expect(await news()).toEqual([])
  await set(await world.person('director'), 0)
  expect(await news()).toEqual([{ kind: 'people.days-changed', data: { by: 'director', firstOn: '2026-12-01', lastOn: '2026-12-31' } }])
  expect((await daysOf(world, workerId)).map(({ onDate }) => onDate)).toEqual(['2026-12-02', '2026-12-16', '2026-12-30'])
  await set(actor, null)
  expect(await daysOf(world, workerId)).toEqual([])
})
