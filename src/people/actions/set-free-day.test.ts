import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import type { World } from '../../../test/support/world.ts'
import { setFreeDay } from './set-free-day.ts'

async function arranged(world: World, onDate: string, minutes: number | null = 0) {
  const { workerId, actor } = await world.worker()
  return { actor, input: { workerId, onDate, minutes } }
}

actionSuite(setFreeDay, {
  arrange: (world) => arranged(world, world.today),
  check: async (world, _, { workerId, onDate }) => {
    const rows = await world.inside((db) =>
      db.selectFrom('people.free_minutes_exception').selectAll().where('workerId', '=', workerId).execute(),
    )
    expect(rows).toMatchObject([{ onDate, minutes: 0 }])
  },
  refusals: {
    'day-is-over': (world) => arranged(world, '2026-11-19'),
    'day-too-far': (world) => arranged(world, '2027-11-22'),
  },
})
