import { expect } from 'vitest'
import { actionSuite } from '../../../test/support/action-suite.ts'
import { at, closeMonthOf, done, payable } from '../../../test/support/money.ts'
import type { World } from '../../../test/support/world.ts'
import { answerObjection } from './answer-objection.ts'
import { correctStatement } from './correct-statement.ts'
import { issueStatements } from './issue-statements.ts'
import { objectToStatement } from './object-to-statement.ts'

async function statementOf(world: World, objected: boolean) {
  const { workerId, submissionId } = await payable(world)
  const closeId = await closeMonthOf(world, '2026-10-01', '2026-11-02T03:00:00Z')
  await world.inside((db) => done(at(world, '2026-11-02T03:00:00Z')(db), issueStatements, { closeId, limit: 500 }))
  const { id: statementId } = await world.inside((db) =>
    db.selectFrom('money.statement').select('id').where('workerId', '=', workerId).executeTakeFirstOrThrow(),
  )
  if (objected)
    await world.inside((db) => done(at(world, '2026-11-03T03:00:00Z')(db), objectToStatement, { statementId, note: '10件たりません' }))
  return { actor: await world.person('office'), submissionId, statementId, input: { statementId, reply: '受領は10件でした。' } }
}

actionSuite(answerObjection, {
  today: '2026-11-05',
  arrange: async (world) => statementOf(world, true),
  check: async (world, { statementId }) => {
    const replies = await world.inside((db) =>
      db.selectFrom('money.objection_reply').select('reply').where('statementId', '=', statementId).execute(),
    )
    expect(replies).toEqual([{ reply: '受領は10件でした。' }])
  },
  refusals: {
    'not-objected': async (world) => statementOf(world, false),
    'objection-answered': async (world) => {
      const made = await statementOf(world, true)
      await world.inside((db) => done(at(world, '2026-11-05T03:00:00Z', made.actor)(db), answerObjection, made.input))
      return made
    },
    'already-corrected': async (world) => {
      const made = await statementOf(world, true)
      const lines = [{ submissionId: made.submissionId, amountYen: 2_000, withholding: 'not-subject' as const }]
      await world.inside((db) =>
        done(at(world, '2026-11-05T03:00:00Z', made.actor)(db), correctStatement, {
          statementId: made.statementId,
          reason: '数え落とし',
          lines,
        }),
      )
      return made
    },
  },
})
