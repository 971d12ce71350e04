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

const question = async (given: object = {}): Promise<{ questionId: string; packageId: string; asker: string; orderId: string }> => {
  const [questionId, orderId] = [newId(), await world.order()]
  const packageId = await world.package({ orderId, title: '質問の仕事' })
  const { workerId, actor } = await world.worker()
  await world.insert('orders.question', { id: questionId, packageId, workerId, text: '?', ...given })
  return { questionId, packageId, asker: actor.userId, orderId }
}

it('打診は、受ける人だけに届く', async () => {
  const { workerId, actor } = await world.worker()
  await world.worker()
  const offerId = await world.offer({ workerId, answerBy: '2026-11-30' })
  const news = await newsAfter(world, reactions, events['offer.made'], { offerId })
  expect(news).toMatchObject([
    { userId: actor.userId, kind: 'orders.offer-made', link: `/offers/${offerId}`, data: { units: 10, answerBy: '2026-11-30' } },
  ])
})

it('自分から手を挙げた打診と、もう決まった打診は、知らせない', async () => {
  const { workerId, actor } = await world.worker()
  const own = await world.offer({ workerId, offeredBy: actor.userId })
  const decided = await world.offer({ workerId, state: 'declined' })
  expect(await newsAfter(world, reactions, events['offer.made'], { offerId: own })).toEqual([])
  expect(await newsAfter(world, reactions, events['offer.made'], { offerId: decided })).toEqual([])
})

it('質問は、事業かその注文のディレクターとリーダーに届き、ほかの注文の人には届かない', async () => {
  const { questionId, orderId } = await question()
  const director = await world.person('director')
  const leader = await world.person('leader', { kind: 'order', id: orderId })
  const other = await world.person('leader', { kind: 'order', id: newId() })
  const told = (await newsAfter(world, reactions, events['question.asked'], { questionId })).map((each) => each.userId)
  expect(told).toEqual(expect.arrayContaining([director.userId, leader.userId]))
  expect(told).not.toContain(other.userId)
})

it('答えは、聞いた人に、マニュアルへのリンクとともに届く', async () => {
  const { questionId, packageId, asker } = await question({ answer: '!', answeredAt: world.now.toISOString() })
  expect(await newsAfter(world, reactions, events['question.asked'], { questionId })).toEqual([])
  const news = await newsAfter(world, reactions, events['question.answered'], { questionId })
  expect(news).toMatchObject([{ userId: asker, kind: 'orders.question-answered', link: `/manuals/${packageId}` }])
})
