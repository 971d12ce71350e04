import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { listRaisedLimits } from '../../platform/auth/raised-limits.ts'
import { raiseLimits } from './raise-limits.ts'

actionSuite(raiseLimits, {
  today: new Date().toISOString().slice(0, 10),
  namesNoRecord: true,
  arrange: async (world) => ({ actor: await world.person('administrator'), input: { address: '203.0.113.7' } }),
  check: async (world, { until }) => {
    expect(Date.parse(until) - world.now.getTime()).toBe(86_400_000)
    expect(await world.inside(listRaisedLimits)).toMatchObject([{ address: '203.0.113.7', raisedByName: 'administrator' }])
  },
  refusals: {
    'no-network-address': async (world) => ({ actor: await world.person('administrator'), input: { address: '203.0.113' } }),
  },
  invalid: [{ input: { address: 'x'.repeat(46) }, path: 'address' }],
})
