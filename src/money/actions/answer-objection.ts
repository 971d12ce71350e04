import { action, refuse } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { insertReply, lockForCorrection } from '../store/corrections.ts'

/** Tells a worker who objected why the statement stays as it is. */
export const answerObjection = action(contract['answer-objection'], {
  load: async ({ db }, { statementId }) => {
    const statement = await lockForCorrection(db, statementId)
    return statement && { statement, subject: statementId }
  },
  run: async ({ db, programmeId, actor, now }, { statementId, reply }, { statement }) => {
    if (statement.isReplaced) return refuse('already-corrected')
    if (statement.answer !== 'objected') return refuse('not-objected')
    if (statement.hasReply) return refuse('objection-answered')
    await insertReply(db, {
      programmeId,
      statementId,
      reply,
      repliedBy: actor.userId ?? '',
      repliedAt: now.toISOString(),
    })
    return { statementId }
  },
})
