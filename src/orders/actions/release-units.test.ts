import { afterAll, beforeAll, expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import type { World } from '../../../test/support/world.ts'
import { calendarDate } from '../../units/calendar-date.ts'
import { setHandedInSource, unitsLeft, type HandedInSource } from '../store/index.ts'
import { releaseUnits } from './release-units.ts'

// Two units of every assignment have been handed in.
let before: HandedInSource
beforeAll(() => {
  before = setHandedInSource(async (_, ids) => new Map(ids.map((id) => [id, { receivedUnits: 2, acceptedUnits: 1 }])))
})
afterAll(() => void setHandedInSource(before))

const given = async (world: World, units: number) => {
  const { workerId, actor } = await world.worker()
  const assignmentId = await world.assignment({ workerId, units: 10 })
  return { actor, input: { assignmentId, units } }
}

actionSuite(releaseUnits, {
  arrange: (world) => given(world, 5),
  check: async (world, output, { assignmentId }) => {
    expect(output.unitsLeft).toBe(3)
    await world.inside(async (db) => {
      const row = await db.selectFrom('orders.assignment').select('packageId').where('id', '=', assignmentId).executeTakeFirstOrThrow()
      expect(await unitsLeft(db, row.packageId, calendarDate(world.today))).toBe(95)
      expect(await db.selectFrom('orders.release').select('units').where('assignmentId', '=', assignmentId).execute()).toEqual([
        { units: 5 },
      ])
    })
  },
  refusals: { 'more-than-left': (world) => given(world, 9) },
})
