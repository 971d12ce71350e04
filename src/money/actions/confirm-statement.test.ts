import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { at, closeMonthOf, done, payable } from '../../../test/support/money.ts'
import type { World } from '../../../test/support/world.ts'
import { confirmStatement } from './confirm-statement.ts'

const instant = '2026-11-20T03:00:00Z'

async function stated(world: World) {
  const { workerId, actor } = await world.worker()
  await payable(world, { workerId })
  const closeId = await closeMonthOf(world, '2026-10-01', instant)
  const statement = await world.inside((db) =>
    db.selectFrom('money.statement').select('id').where('closeId', '=', closeId).where('workerId', '=', workerId).executeTakeFirstOrThrow(),
  )
  return { actor, input: { statementId: statement.id } }
}

actionSuite(confirmStatement, {
  arrange: stated,
  check: async (world, output) => {
    const row = await world.inside((db) =>
      db.selectFrom('money.statement_answer').selectAll().where('statementId', '=', output.statementId).executeTakeFirstOrThrow(),
    )
    expect(row.answer).toBe('confirmed')
  },
  refusals: {
    'already-answered': async (world) => {
      const { actor, input } = await stated(world)
      await world.inside((db) => done(at(world, instant)(db), confirmStatement, input))
      return { actor, input }
    },
  },
})
