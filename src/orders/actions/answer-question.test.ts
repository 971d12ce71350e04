import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import type { World } from '../../../test/support/world.ts'
import { newId } from '../../platform/action.ts'
import { answerQuestion } from './answer-question.ts'

const given = async (world: World, answeredAt: string | null) => {
  const orderId = await world.order()
  const questionId = newId()
  const { workerId } = await world.worker()
  const packageId = await world.package({ orderId })
  await world.insert('orders.question', {
    id: questionId,
    packageId,
    workerId,
    text: '旧字体は',
    answeredAt,
  })
  return {
    actor: await world.person('leader', { kind: 'order', id: orderId }),
    input: { questionId, answer: '新字体にしてください', share: true },
  }
}

actionSuite(answerQuestion, {
  arrange: (world) => given(world, null),
  check: async (world, { questionId }) => {
    const row = await world.inside((db) =>
      db.selectFrom('orders.question').selectAll().where('id', '=', questionId).executeTakeFirstOrThrow(),
    )
    expect(row).toMatchObject({ answer: '新字体にしてください', isShared: true })
    expect(row.answeredAt).not.toBeNull()
  },
  refusals: { 'question-answered': (world) => given(world, '2026-11-19T00:00:00Z') },
})
