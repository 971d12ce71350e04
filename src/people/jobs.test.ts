import { afterAll, beforeAll, expect, it } from 'vitest'
import { newsAfter } from '../../test/support/news.ts'
import { createWorld, type World } from '../../test/support/world.ts'
import { newId } from '../platform/action.ts'
import { reactions } from './jobs.ts'
import { events } from './rules/events.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

it('申込みは事業とその市町村のコーディネーターに届き、ほかの市町村には届かない', async () => {
  const municipalityId = await world.municipality({ name: '大町市' })
  const { workerId, actor } = await world.worker({ municipalityId, state: 'applicant' })
  const whole = await world.person('coordinator')
  const own = await world.person('coordinator', { kind: 'municipality', id: municipalityId })
  const other = await world.person('coordinator', { kind: 'municipality', id: newId() })
  const news = await newsAfter(world, reactions, events['person.applied'], { workerId })
  expect(news.map((each) => each.userId).sort()).toEqual([whole.userId, own.userId].sort())
  expect(news.map((each) => each.userId)).not.toContain(other.userId)
  expect(news[0]).toMatchObject({ link: `/people/${workerId}`, data: { municipality: '大町市' } })
  expect(await newsAfter(world, reactions, events['person.registered'], { workerId })).toMatchObject([
    { userId: actor.userId, kind: 'people.registered' },
  ])
})
