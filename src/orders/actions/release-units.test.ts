import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import type { World } from '../../../test/support/world.ts'
import { calendarDate } from '../../units/calendar-date.ts'
import { packageProgress } from '../store/index.ts'
import { releaseUnits } from './release-units.ts'

/** Somebody has handed in two of ten units and gives some back. */
const given = async (world: World, units: number) => {
  const { workerId, actor } = await world.worker()
  const assignmentId = await world.assignment({ workerId, units: 10 })
  await world.submission({ assignmentId, units: 2 })
  return { actor, input: { assignmentId, units } }
}

actionSuite(releaseUnits, {
  arrange: (world) => given(world, 5),
  check: async (world, output, { assignmentId }) => {
    expect(output.unitsLeft).toBe(3)
    await world.inside(async (db) => {
      const row = await db.selectFrom('orders.assignment').select('packageId').where('id', '=', assignmentId).executeTakeFirstOrThrow()
      const progress = await packageProgress(db, [row.packageId], calendarDate(world.today))
      expect(progress.get(row.packageId)).toEqual({ units: 100, open: 0, assigned: 5, received: 2, accepted: 0, left: 95 })
      expect(await db.selectFrom('orders.release').select('units').where('assignmentId', '=', assignmentId).execute()).toEqual([
        { units: 5 },
      ])
    })
  },
  refusals: { 'more-than-left': (world) => given(world, 9) },
})
