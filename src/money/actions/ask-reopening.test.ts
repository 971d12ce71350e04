import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { newId } from '../../platform/action.ts'
import { askReopening } from './ask-reopening.ts'
import { lockYear } from './lock-year.ts'

const input = { month: '2025-09-01', period: 'year' as const, reason: '経費の漏れ' }

actionSuite(askReopening, {
  namesNoRecord: true,
  arrange: async (world) => {
    await world.inside((db) => lockYear(world.context(db), 2025, newId()))
    return { actor: await world.person('office'), input }
  },
  check: async (world, { reopeningId }) => {
    const row = await world.inside((db) =>
      db.selectFrom('money.reopening').selectAll().where('id', '=', reopeningId).executeTakeFirstOrThrow(),
    )
    expect(row).toMatchObject({ firstOn: '2025-04-01', lastOn: '2026-03-31', reason: '経費の漏れ' })
  },
  refusals: {
    'not-locked': async (world) => ({ actor: await world.person('office'), input: { ...input, month: '2026-11-01' } }),
  },
})
