import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { acceptOverdue } from './accept-overdue.ts'

const month = '2026-10-01'

actionSuite(acceptOverdue, {
  namesNoRecord: true,
  arrange: async (world) => {
    await world.submission({ receivedOn: '2026-10-20', receivedAt: '2026-10-20T03:00:00Z' })
    await world.submission({ receivedOn: '2026-11-19', receivedAt: '2026-11-19T03:00:00Z' })
    return { actor: await world.person('office'), input: { month } }
  },
  check: async (world, output) => {
    expect(output.acceptedCount).toBeGreaterThan(0)
    const waiting = await world.inside((db) =>
      db
        .selectFrom('delivery.submission as s')
        .leftJoin('delivery.acceptance as a', 'a.submissionId', 's.id')
        .select('s.receivedOn')
        .where('a.submissionId', 'is', null)
        .execute(),
    )
    expect(waiting.every((row) => row.receivedOn > '2026-10-31')).toBe(true)
  },
  refusals: {
    'nothing-overdue': async (world) => ({ actor: await world.person('office'), input: { month: '2020-01-01' } }),
  },
})
