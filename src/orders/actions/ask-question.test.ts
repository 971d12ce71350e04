import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { askQuestion } from './ask-question.ts'

actionSuite(askQuestion, {
  arrange: async (world) => {
    const { workerId, actor } = await world.worker()
    const packageId = await world.package()
    await world.assignment({ packageId, workerId })
    return { actor, input: { packageId, step: 0, text: '旧字体はどうしますか' } }
  },
  check: async (world, { questionId }) => {
    const row = await world.inside((db) =>
      db.selectFrom('orders.question').selectAll().where('id', '=', questionId).executeTakeFirstOrThrow(),
    )
    expect(row).toMatchObject({ step: 0, text: '旧字体はどうしますか', answeredAt: null, isShared: false })
  },
  refusals: {},
  invalid: [{ input: { packageId: '00000000-0000-7000-8000-000000000000', step: null, text: ' ' }, path: 'text' }],
})
