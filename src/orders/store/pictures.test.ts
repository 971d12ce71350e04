import { afterAll, beforeAll, expect, it } from 'vitest'
import { createWorld, type World } from '../../../test/support/world.ts'
import { newId } from '../../platform/action.ts'
import { arePicturesThere, mayReadPicture } from './index.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const stepWith = (fileId: string) => ({ title: '開く', body: '', check: true, picture: { fileId, description: '' } })

async function manualWithPicture() {
  const orderId = await world.order()
  const packageId = await world.package({ orderId })
  const fileId = newId()
  await world.insert('orders.manual_version', {
    packageId,
    version: 1,
    steps: JSON.stringify([stepWith(fileId)]),
    publishedBy: 'x',
  })
  return { orderId, packageId, fileId }
}

it('手順書の絵は、その仕事を導く人と、打診されたか引き受けた人だけが開ける', async () => {
  const { orderId, packageId, fileId } = await manualWithPicture()
  const offered = await world.worker()
  const declined = await world.worker()
  const stranger = await world.worker()
  await world.offer({ packageId, workerId: offered.workerId })
  await world.offer({ packageId, workerId: declined.workerId, state: 'declined' })
  const people = {
    offered: offered.actor,
    declined: declined.actor,
    stranger: stranger.actor,
    director: await world.person('director'),
    administrator: await world.person('administrator'),
    leader: await world.person('leader', { kind: 'order', id: orderId }),
    otherLeader: await world.person('leader', { kind: 'order', id: await world.order() }),
    client: await world.person('client', { kind: 'client', id: await world.client() }),
  }
  const may: Record<string, boolean> = {}
  for (const [name, { userId }] of Object.entries(people))
    may[name] = (await world.inside((db) => mayReadPicture(db, fileId, { userId, now: world.now }))) === true
  expect(Object.keys(may).filter((name) => may[name])).toEqual(['offered', 'director', 'administrator', 'leader'])
})

it('絵に使えるのは、自分が送り終えた画像だけ', async () => {
  const { userId } = await world.person('director')
  const upload = async (mediaType: string, given: object = {}) => {
    const id = newId()
    await world.insert('platform.file', {
      id,
      name: 'x',
      mediaType,
      byteCount: 1,
      uploadedBy: userId,
      completedAt: world.now.toISOString(),
      ...given,
    })
    return id
  }
  const there = async (fileId: string) =>
    world.inside((db) => arePicturesThere(world.context(db, { userId, grants: [], fresh: true }), [stepWith(fileId)]))
  expect(await there(await upload('image/png'))).toBe(true)
  expect(await there(await upload('application/pdf'))).toBe(false)
  expect(await there(await upload('image/png', { completedAt: null }))).toBe(false)
  expect(await there(await upload('image/png', { uploadedBy: 'somebody-else' }))).toBe(false)
})
