import type { ActionContext } from '../../platform/action.ts'
import { insertEvaluatedYear } from '../store/period-locks.ts'

/** For areas to the right, whose own action publishes what the books of a year say: from then on they stay. */
export const lockYear = (context: ActionContext, fiscalYear: number, municipalityId: string): Promise<void> =>
  insertEvaluatedYear(context.db, context.programmeId, fiscalYear, municipalityId, context.now)
