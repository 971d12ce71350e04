import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { at, closeMonthOf, done, payable } from '../../../test/support/money.ts'
import type { World } from '../../../test/support/world.ts'
import { confirmSilent } from '../store/answers.ts'
import { objectToStatement } from './object-to-statement.ts'

const instant = '2026-11-20T03:00:00Z'

async function stated(world: World) {
  const { workerId, actor } = await world.worker()
  await payable(world, { workerId })
  const closeId = await closeMonthOf(world, '2026-10-01', instant)
  const statement = await world.inside((db) =>
    db.selectFrom('money.statement').select('id').where('closeId', '=', closeId).where('workerId', '=', workerId).executeTakeFirstOrThrow(),
  )
  return { actor, input: { statementId: statement.id, note: '2行目の数が違います' } }
}

actionSuite(objectToStatement, {
  arrange: stated,
  check: async (world, output) => {
    // Silence afterwards does not turn an objection into a confirmation, and the others are confirmed by it on the eighth day.
    expect(await world.inside((db) => confirmSilent(at(world, '2026-11-27T03:00:00Z')(db)))).toBe(0)
    await stated(world)
    expect(await world.inside((db) => confirmSilent(at(world, '2026-11-28T03:00:00Z')(db)))).toBe(1)
    const row = await world.inside((db) =>
      db.selectFrom('money.statement_answer').selectAll().where('statementId', '=', output.statementId).executeTakeFirstOrThrow(),
    )
    expect(row).toMatchObject({ answer: 'objected', note: '2行目の数が違います' })
  },
  refusals: {
    'already-answered': async (world) => {
      const { actor, input } = await stated(world)
      await world.inside((db) => done(at(world, instant)(db), objectToStatement, input))
      return { actor, input }
    },
  },
  invalid: [{ input: { statementId: crypto.randomUUID(), note: ' ' }, path: 'note' }],
})
