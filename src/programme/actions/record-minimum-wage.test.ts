import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { listMinimumWages } from '../store/programme.ts'
import { recordMinimumWage } from './record-minimum-wage.ts'

const input = { prefecture: '長野県', validFrom: '2026-10-01', hourlyYen: 1_000 }

actionSuite(recordMinimumWage, {
  namesNoRecord: true,
  arrange: async (world) => ({ actor: await world.person('director'), input }),
  check: async (world) => {
    expect(await world.inside(listMinimumWages)).toMatchObject([{ prefecture: '長野県', validFrom: '2026-10-01', hourlyYen: 1_000 }])
  },
  refusals: {},
  invalid: [{ input: { ...input, hourlyYen: 12.5 }, path: 'hourlyYen' }],
})
