import { afterAll, beforeAll, expect, it } from 'vitest'
import { newsAfter } from '../../test/support/news.ts'
import { createWorld, type World } from '../../test/support/world.ts'
import { newId } from '../platform/action.ts'
import { reactions, tellOfRisks } from './jobs.ts'
import { events } from './rules/events.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

async function handedIn() {
  const { workerId, actor } = await world.worker()
  const assignmentId = await world.assignment({ workerId })
  return { assignmentId, submissionId: await world.submission({ assignmentId }), worker: actor.userId }
}

it('提出は検査する人に届き、検査が済んだ提出はもう知らせない', async () => {
  const director = await world.person('director')
  const { submissionId, worker } = await handedIn()
  const news = await newsAfter(world, reactions, events['deliverable.received'], { submissionId })
  expect(news).toMatchObject([{ userId: director.userId, kind: 'delivery.hand-in-received', link: `/inspections/${submissionId}` }])
  expect(news.map((each) => each.userId)).not.toContain(worker)
  await world.acceptance(submissionId)
  expect(await newsAfter(world, reactions, events['deliverable.received'], { submissionId })).toEqual([])
})

it('検収は、支払日とともに提出した人だけに届く', async () => {
  const { submissionId, assignmentId, worker } = await handedIn()
  await world.acceptance(submissionId)
  const news = await newsAfter(world, reactions, events['deliverable.accepted'], { submissionId })
  expect(news).toMatchObject([
    {
      userId: worker,
      kind: 'delivery.hand-in-accepted',
      link: `/work/${assignmentId}`,
      data: { payOn: expect.stringMatching(/^2026-|^2027-/) },
    },
  ])
})

it('納品は発注企業の人だけに届き、返事はディレクターと営業に届く', async () => {
  const clientId = await world.client()
  const orderId = await world.order({ clientId })
  const [client, stranger, sales] = [
    await world.person('client', { kind: 'client', id: clientId }),
    await world.person('client', { kind: 'client', id: newId() }),
    await world.person('sales'),
  ]
  const deliveryId = newId()
  await world.insert('delivery.client_delivery', {
    id: deliveryId,
    orderId,
    number: 'D-1',
    unitsByPackage: '[]',
    deliveredOn: '2026-11-20',
    deliveredBy: 'system',
  })
  const news = await newsAfter(world, reactions, events['order.delivered'], { deliveryId })
  expect(news).toMatchObject([{ userId: client.userId, kind: 'delivery.delivered', link: `/deliveries/${deliveryId}` }])
  expect(news.map((each) => each.userId)).not.toContain(stranger.userId)
  const answered = (await newsAfter(world, reactions, events['delivery.returned-by-client'], { deliveryId })).map((each) => each.userId)
  expect(answered).toContain(sales.userId)
  expect(answered).not.toContain(client.userId)
})

it('間に合わないおそれは、事業のディレクターに1日1件だけ届く', async () => {
  const director = await world.person('director')
  await world.package({ title: '遅れている仕事', dueOn: '2026-11-19' })
  await world.inside((db) => db.deleteFrom('platform.notification').execute())
  // A job whose process dies before it is noted as done runs again.
  for (const _ of [1, 2]) await world.inside((db) => tellOfRisks(world.context(db, director)))
  const own = await world.inside((db) =>
    db.selectFrom('platform.notification').select(['kind', 'data']).where('userId', '=', director.userId).execute(),
  )
  expect(own).toHaveLength(1)
  expect(own).toMatchObject([{ kind: 'delivery.at-risk', data: { title: '遅れている仕事' } }])
})
