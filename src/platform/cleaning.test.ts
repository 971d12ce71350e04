import { expect, test } from 'vitest'
import { z } from 'zod'
import { createWorld } from '../../test/support/world.ts'
import { newId } from './action.ts'
import { clean } from './cleaning.ts'
import { eventKinds } from './events.ts'
import { reaction } from './reactions.ts'

const { heard, unheard } = eventKinds({ heard: z.object({}), unheard: z.object({}) })
const reactions = [reaction(heard, 'one.hears', async () => {}), reaction(heard, 'two.hears', async () => {})]

test('古い答えと、すべてに届いた古い出来事だけが消える', async () => {
  const world = await createWorld()
  const daysAgo = (days: number) => new Date(world.now.getTime() - days * 86_400_000).toISOString()
  for (const [key, days] of [
    ['answered-old', 31],
    ['answered-new', 29],
  ] as const)
    await world.insert('platform.idempotency', { userId: 'x', key, action: 'x', inputHash: Buffer.alloc(32), createdAt: daysAgo(days) })
  const event = async (name: string, days: number, handlers: string[]) => {
    const id = newId()
    await world.insert('platform.outbox', { id, event: name, payload: '{}', publishedAt: daysAgo(days) })
    for (const handler of handlers) await world.insert('platform.outbox_delivery', { eventId: id, handler })
    return id
  }
  await event(heard.name, 91, ['one.hears', 'two.hears'])
  await event(unheard.name, 91, [])
  const waiting = await event(heard.name, 400, ['one.hears'])
  const young = await event(heard.name, 89, ['one.hears', 'two.hears'])
  const cleaned = await world.inside((db) => clean({ db, now: world.now }, reactions))
  expect(cleaned).toEqual({ answers: 1, events: 2 })
  const left = await world.inside((db) => db.selectFrom('platform.outbox').select('id').execute())
  expect(left.map(({ id }) => id).toSorted()).toEqual([waiting, young].toSorted())
  expect([await world.count('platform.outbox_delivery'), await world.count('platform.idempotency')]).toEqual([3, 1])
  expect(await world.inside((db) => clean({ db, now: world.now }, reactions))).toEqual({ answers: 0, events: 0 })
})
