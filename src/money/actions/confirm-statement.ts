import { action, refuse } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { insertAnswer, lockStatement } from '../store/answers.ts'

/** The worker confirms a statement, which makes it evidence for the operator's tax credit (消費税法30条9項3号). */
export const confirmStatement = action(contract['confirm-statement'], {
  load: async ({ db }, { statementId }) => {
    const statement = await lockStatement(db, statementId)
    return statement && { statement, scope: { self: [statement.workerId] }, subject: statementId }
  },
  run: async ({ db, programmeId, now }, { statementId }, { statement }) => {
    if (statement.answer !== null) return refuse('already-answered')
    await insertAnswer(db, {
      programmeId,
      statementId,
      answer: 'confirmed',
      note: '',
      answeredAt: now.toISOString(),
    })
    return { statementId }
  },
})
