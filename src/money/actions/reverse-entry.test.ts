import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { at, done, payable } from '../../../test/support/money.ts'
import type { World } from '../../../test/support/world.ts'
import { recordCost } from './record-cost.ts'
import { reverseEntry } from './reverse-entry.ts'

const instant = '2026-11-20T03:00:00Z'
async function cost(world: World): Promise<string> {
  const { costId } = await world.inside((db) =>
    done(at(world, instant)(db), recordCost, { paidOn: '2026-11-19', amountYen: 7_000, description: '文具' }),
  )
  const entry = await world.inside((db) =>
    db.selectFrom('money.entry').select('id').where('sourceId', '=', costId).executeTakeFirstOrThrow(),
  )
  return entry.id
}

actionSuite(reverseEntry, {
  arrange: async (world) => ({ actor: await world.person('office'), input: { entryId: await cost(world), reason: '二重の入力' } }),
  check: async (world, output) => {
    const reversal = await world.inside((db) =>
      db
        .selectFrom('money.entry')
        .selectAll()
        .where('kind', '=', 'reversal')
        .where('sourceId', '=', output.entryId)
        .executeTakeFirstOrThrow(),
    )
    expect(reversal.description).toContain('二重の入力')
    const lines = await world.inside((db) =>
      db
        .selectFrom('money.posting')
        .select(['account', 'debitYen', 'creditYen'])
        .where('entryId', '=', reversal.id)
        .orderBy('line')
        .execute(),
    )
    expect(lines).toEqual([
      { account: 'operating-cost', debitYen: 0, creditYen: 7_000 },
      { account: 'bank', debitYen: 7_000, creditYen: 0 },
    ])
  },
  refusals: {
    'not-reversible': async (world) => {
      const { submissionId } = await payable(world)
      const entry = await world.inside((db) =>
        db.selectFrom('money.entry').select('id').where('sourceId', '=', submissionId).executeTakeFirstOrThrow(),
      )
      return { actor: await world.person('office'), input: { entryId: entry.id, reason: 'x' } }
    },
    'already-reversed': async (world) => {
      const entryId = await cost(world)
      await world.inside((db) => done(at(world, instant)(db), reverseEntry, { entryId, reason: 'x' }))
      return { actor: await world.person('office'), input: { entryId, reason: 'y' } }
    },
  },
})
