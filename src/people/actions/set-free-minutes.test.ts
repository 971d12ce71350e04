import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { setFreeMinutes } from './set-free-minutes.ts'

const week = [0, 30, 60, 90, 120, 240, 0]

actionSuite(setFreeMinutes, {
  arrange: async (world) => {
    const { workerId, actor } = await world.worker()
    return { actor, input: { workerId, week } }
  },
  check: async (world, _, { workerId }) => {
    const rows = await world.inside((db) =>
      db.selectFrom('people.free_minutes').selectAll().where('workerId', '=', workerId).orderBy('weekday').execute(),
    )
    expect(rows.map((row) => row.minutes)).toEqual(week)
  },
  refusals: {},
  invalid: [
    { input: { week: [0, 0, 0, 0, 0, 0, 1_441] }, path: 'week.6' },
    { input: { week: [0.5, 0, 0, 0, 0, 0, 0] }, path: 'week.0' },
  ],
})
