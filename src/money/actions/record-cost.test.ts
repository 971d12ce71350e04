import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { newId } from '../../platform/action.ts'
import { recordCost } from './record-cost.ts'

const cost = { paidOn: '2026-11-19', amountYen: 50_000, taxYen: 5_000, description: '通信費' }

actionSuite(recordCost, {
  namesNoRecord: true,
  arrange: async (world) => ({ actor: await world.person('office'), input: { ...cost, municipalityId: await world.municipality() } }),
  check: async (world, output, input) => {
    const row = await world.inside((db) =>
      db.selectFrom('money.operating_cost').selectAll().where('id', '=', output.costId).executeTakeFirstOrThrow(),
    )
    expect(row).toMatchObject({ amountYen: 50_000, taxYen: 5_000, description: '通信費' })
    const year = await world.inside((db) =>
      db
        .selectFrom('money.programme_year')
        .selectAll()
        .where('municipalityKey', '=', input.municipalityId ?? '')
        .executeTakeFirstOrThrow(),
    )
    expect(year).toMatchObject({ fiscalYear: 2026, costYen: 50_000 })
  },
  refusals: {
    'unknown-municipality': async (world) => ({ actor: await world.person('office'), input: { ...cost, municipalityId: newId() } }),
    'date-ahead': async (world) => ({ actor: await world.person('office'), input: { ...cost, paidOn: '2026-11-21' } }),
  },
  invalid: [
    { input: { ...cost, amountYen: 0 }, path: 'amountYen' },
    { input: { ...cost, amountYen: 10.5 }, path: 'amountYen' },
  ],
})
