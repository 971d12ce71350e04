import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { readRest } from '../store/access-changes.ts'
import { setApprovalRest } from './set-approval-rest.ts'

actionSuite(setApprovalRest, {
  namesNoRecord: true,
  arrange: async (world) => ({ actor: await world.person('administrator'), input: { hours: 24 } }),
  check: async (world, { hoursNow }) => {
    // Whoever takes accounts over does not shorten the time as well.
    expect(hoursNow).toBe(72)
    const later = new Date(world.now.getTime() + 72 * 3_600_000)
    expect(await world.inside((db) => readRest(db, world.now))).toEqual({ hours: 24, hoursNow: 72 })
    expect(await world.inside((db) => readRest(db, later))).toEqual({ hours: 24, hoursNow: 24 })
  },
  refusals: {},
  invalid: [
    { input: { hours: 23 }, path: 'hours' },
    { input: { hours: 721 }, path: 'hours' },
  ],
})
