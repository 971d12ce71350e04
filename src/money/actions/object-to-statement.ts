import { action, refuse } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { events } from '../rules/events.ts'
import { insertAnswer, lockStatement } from '../store/answers.ts'

/** The worker says what is wrong with a statement. The payment does not wait; a correction is made by a further statement. */
export const objectToStatement = action(contract['object-to-statement'], {
  load: async ({ db }, { statementId }) => {
    const statement = await lockStatement(db, statementId)
    return statement && { statement, scope: { self: [statement.workerId] }, subject: statementId }
  },
  run: async (context, { statementId, note }, { statement }) => {
    if (statement.answer !== null) return refuse('already-answered')
    await insertAnswer(context.db, {
      programmeId: context.programmeId,
      statementId,
      answer: 'objected',
      note,
      answeredAt: context.now.toISOString(),
    })
    await context.publish(events['statement.objected'], { statementId })
    return { statementId }
  },
})
