import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { changeWishes } from './change-wishes.ts'

const fields = { wish: '文章を書く仕事', wantedMonthlyYen: 50_000, wantedMonthlyMinutes: 3_000, highestMonthlyMinutes: 3_600 }

actionSuite(changeWishes, {
  arrange: async (world) => {
    const { workerId, actor } = await world.worker()
    return { actor, input: { workerId, ...fields } }
  },
  check: async (world, _, { workerId }) => {
    const row = await world.inside((db) => db.selectFrom('people.worker').selectAll().where('id', '=', workerId).executeTakeFirst())
    expect(row).toMatchObject({ wish: '文章を書く仕事', wantedMonthlyYen: 50_000, highestMonthlyMinutes: 3_600 })
  },
  refusals: {},
  invalid: [
    { input: { ...fields, wantedMonthlyYen: -1 }, path: 'wantedMonthlyYen' },
    { input: { ...fields, wantedMonthlyMinutes: 2_400, highestMonthlyMinutes: 600 }, path: 'wantedMonthlyMinutes' },
  ],
})
