import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { createWorld, type World } from '../../../test/support/world.ts'
import type { Actor } from '../../platform/access.ts'
import { readMessages, threadOf, unreadOfPackage } from '../store/index.ts'
import { markMessagesRead } from './mark-messages-read.ts'
import { sendMessage } from './send-message.ts'

async function agreed(world: World) {
  const packageId = await world.package()
  const { workerId, actor } = await world.worker()
  await world.offer({ packageId, workerId, state: 'accepted' })
  return { packageId, workerId, actor }
}

actionSuite(sendMessage, {
  arrange: async (world) => {
    const { packageId, workerId } = await agreed(world)
    return { actor: await world.person('director'), input: { packageId, workerId, text: '材料の3枚目は飛ばしてください' } }
  },
  check: async (world, { messageId }) => {
    const sent = await world.inside((db) => db.selectFrom('orders.message').selectAll().where('id', '=', messageId).executeTakeFirst())
    expect(sent).toMatchObject({ fromWorker: false, text: '材料の3枚目は飛ばしてください', readAt: null })
  },
  refusals: {},
})

describe('仕事の連絡', () => {
  let world: World
  beforeAll(async () => void (world = await createWorld()))
  afterAll(() => world.close())

  it('両方の側から書けて、相手が開くまで未読で、消えない', async () => {
    const { packageId, workerId, actor } = await agreed(world)
    const director = await world.person('director')
    const write = (who: Actor, other: string | null, text: string) =>
      world.inside(async (db) => sendMessage.attempt(world.context(db, who), { packageId, workerId: other, text }))
    const seen = (who: Actor, other: string | null) =>
      world.inside(async (db) => {
        const thread = await threadOf(world.context(db, who), { packageId, workerId: other })
        return thread && readMessages(db, packageId, thread)
      })
    await write(director, workerId, '進み具合はいかがですか')
    expect(await seen(actor, null)).toMatchObject({ unreadCount: 1, rows: [{ isOurs: false, senderName: 'director', readAt: null }] })
    await world.inside(async (db) => markMessagesRead.attempt(world.context(db, actor), { packageId, workerId: null }))
    await write(actor, null, '半分終わりました')
    expect(await world.inside((db) => unreadOfPackage(db, packageId))).toEqual(new Map([[workerId, 1]]))
    const { rows, unreadCount } = (await seen(director, workerId)) ?? { rows: [], unreadCount: 0 }
    expect(unreadCount).toBe(1)
    expect(rows.find(({ isOurs }) => isOurs)?.readAt).toEqual(expect.any(String))
    expect(rows.map(({ text }) => text).sort()).toEqual(['半分終わりました', '進み具合はいかがですか'])
  })

  it('ほかの人のやり取りには入れない', async () => {
    const { packageId, workerId } = await agreed(world)
    const stranger = await world.worker()
    const leader = await world.person('leader', { kind: 'order', id: await world.order() })
    const write = (who: Actor, other: string | null) =>
      world.inside(async (db) => sendMessage.attempt(world.context(db, who), { packageId, workerId: other, text: 'x' }))
    await expect(write(stranger.actor, null)).rejects.toMatchObject({ code: 'not-found' })
    await expect(write(stranger.actor, workerId)).rejects.toMatchObject({ code: 'not-found' })
    await expect(write(leader, workerId)).rejects.toMatchObject({ code: 'not-found' })
  })
})
