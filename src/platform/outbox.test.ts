import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { createWorld, type World } from '../../test/support/world.ts'
import { newId } from './action.ts'
import { eventKinds, taskKinds } from './events.ts'
import { job } from './jobs.ts'
import { enqueue } from './outbox.ts'
import { deliverEvent, reaction } from './reactions.ts'

const events = eventKinds({ 'test.counted': z.object({ count: z.int() }) })
const tasks = taskKinds({ 'test.count': z.object({ count: z.int() }) })

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

/** An event as an older version may have left it. */
async function waiting(payload: unknown): Promise<{ programmeId: string; id: string; event: string }> {
  const id = newId()
  await world.insert('platform.outbox', { id, event: 'test.counted', payload: JSON.stringify(payload) })
  return { programmeId: world.programmeId, id, event: 'test.counted' }
}

const heard: { count: number }[] = []
const reactions = [reaction(events['test.counted'], 'test.count', async (_, payload) => void heard.push(payload))]

it('宣言と違う出来事は発行できず、その書き込みごと戻る', async () => {
  const before = await world.count('platform.outbox')
  // @ts-expect-error -- the payload is of another form
  const published = world.inside((db) => world.context(db).publish(events['test.counted'], { count: 'three' }))
  await expect(published).rejects.toThrow('event test.counted')
  expect(await world.count('platform.outbox')).toBe(before)
})

it('待っていた出来事は、項目が多くても読め、足りなければ反応が失敗して印を残さない', async () => {
  await deliverEvent(world.database, reactions, await waiting({ count: 3, formerly: 'more' }))
  expect(heard).toEqual([{ count: 3 }])
  const marks = await world.count('platform.outbox_delivery')
  await expect(deliverEvent(world.database, reactions, await waiting({}))).rejects.toThrow('event test.counted')
  expect(heard).toHaveLength(1)
  expect(await world.count('platform.outbox_delivery')).toBe(marks)
})

it('宣言と違う仕事は、積めず、始まらない', async () => {
  // @ts-expect-error -- an event is no task
  const misplaced = world.inside((db) => enqueue(db, events['test.counted'], { count: 'three' }))
  await expect(misplaced).rejects.toThrow('event test.counted')
  // @ts-expect-error -- the payload is of another form
  const enqueued = world.inside((db) => enqueue(db, tasks['test.count'], { units: 3 }))
  await expect(enqueued).rejects.toThrow('task test.count')
  const done: number[] = []
  const counting = job(tasks['test.count'], async (_, payload) => void done.push(payload.count))
  await counting.run(world.database, { count: 2 })
  await expect(counting.run(world.database, {})).rejects.toThrow('task test.count')
  expect(done).toEqual([2])
})
