import type { ActionContext } from '../../platform/action.ts'
import { lockClosing } from '../store/closing.ts'
import { insertEvaluatedYear } from '../store/period-locks.ts'

/** For areas to the right, whose own action publishes what the books of a year say: from then on they stay. */
export async function lockYear({ db, programmeId, now }: ActionContext, fiscalYear: number, municipalityId: string): Promise<void> {
  await lockClosing(db)
  await insertEvaluatedYear(db, programmeId, fiscalYear, municipalityId, now)
}
