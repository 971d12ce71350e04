import { afterAll, beforeAll, expect, it } from 'vitest'
import { uploaded } from '../../../test/support/uploaded.ts'
import { createWorld, type World } from '../../../test/support/world.ts'
import { newId } from '../../platform/action.ts'
import { readableFile } from '../../platform/files.ts'
import '../routes.ts'
import { listMaterials, peopleAtWork } from './index.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

const dayBefore = (days: number): string => new Date(world.now.getTime() - days * 86_400_000).toISOString()

async function packageWith(dataClass: number) {
  const director = await world.person('director')
  const orderId = await world.order()
  const packageId = await world.package({ orderId, securityClass: 3, state: 'ready' })
  const id = newId()
  const add = async (version: number, addedAt: string, given: object = {}) => {
    const fileId = await uploaded(world, director.userId, { name: `一覧-${version}.csv` })
    const row = { id, version, packageId, title: '一覧', dataClass, fileId, changes: `${version}`, addedBy: director.userId, addedAt }
    await world.insert('orders.material', { ...row, ...given })
    return fileId
  }
  return { director, orderId, packageId, add }
}

async function agreed(packageId: string, given: object = {}) {
  const { workerId, actor } = await world.worker()
  const offerId = await world.offer({ packageId, workerId, units: 10, state: 'accepted' })
  const assignmentId = await world.assignment({ offerId, packageId, workerId, units: 10, acceptedAt: dayBefore(5), ...given })
  return { workerId, actor, assignmentId }
}

it('受けた人には受けたときの版と新しい版があり、導く人にはすべての版がある', async () => {
  const { packageId, add } = await packageWith(1)
  const first = await add(1, dayBefore(9))
  const { workerId } = await agreed(packageId)
  const second = await add(2, dayBefore(2))
  const mine = await world.inside((db) => listMaterials(db, packageId, workerId))
  expect(mine).toMatchObject([
    { access: 'open', shown: { version: 1, file: { id: first } }, newer: { version: 2, changes: '2', file: { id: second } }, versions: [] },
  ])
  const all = await world.inside((db) => listMaterials(db, packageId, null))
  expect(all).toMatchObject([{ shown: { version: 2 }, newer: null, versions: [{ version: 2 }, { version: 1 }] }])
  expect(await world.inside((db) => peopleAtWork(db, packageId))).toHaveLength(1)
})

it('資料は条件を承諾した人と導く人だけが、区分に合うあいだ取り出せる', async () => {
  for (const [dataClass, expected] of [
    [0, ['director', 'leader', 'agreed', 'finished']],
    [1, ['director', 'leader', 'agreed']],
    [2, ['director', 'leader']],
    [3, ['director', 'leader']],
  ] as const) {
    const { director, orderId, packageId, add } = await packageWith(dataClass)
    const fileId = await add(1, dayBefore(9))
    const offered = await world.worker()
    await world.offer({ packageId, workerId: offered.workerId })
    const finished = await agreed(packageId)
    await world.insert('orders.release', { id: newId(), assignmentId: finished.assignmentId, units: 10, releasedAt: dayBefore(1) })
    const people = {
      director,
      leader: await world.person('leader', { kind: 'order', id: orderId }),
      otherLeader: await world.person('leader', { kind: 'order', id: await world.order() }),
      agreed: (await agreed(packageId)).actor,
      finished: finished.actor,
      offered: offered.actor,
      stranger: (await world.worker()).actor,
      client: await world.person('client', { kind: 'client', id: await world.client() }),
    }
    const may: string[] = []
    for (const [name, { userId }] of Object.entries(people))
      if (await world.inside((db) => readableFile(db, fileId, { userId, now: world.now }))) may.push(name)
    expect(may, `class ${dataClass}`).toEqual(expected)
  }
})

it('取り下げた資料は、もう出ず、仕事をする人は取り出せない', async () => {
  const { packageId, add } = await packageWith(0)
  const fileId = await add(1, dayBefore(9))
  const { workerId, actor } = await agreed(packageId)
  await add(2, dayBefore(1), { fileId: null })
  expect(await world.inside((db) => listMaterials(db, packageId, workerId))).toEqual([])
  expect(await world.inside((db) => readableFile(db, fileId, { userId: actor.userId, now: world.now }))).toBe(null)
})
