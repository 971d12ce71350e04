import type { ActionContext } from '../../platform/action.ts'
import { addDays } from '../../units/calendar-date.ts'
import type { Plan } from '../rules/problem/plan.ts'
import type { Problem } from '../rules/problem/problem.ts'
import { plannedOffers } from '../store/planned.ts'
import { areRepairsSent } from '../store/repairs.ts'
import { makePlanOffers } from './make-plan-offers.ts'

const answerDays = 3

/** Makes the offers of a repair at once where the orders say so; when that is refused the repair waits for a director like any other. */
export async function sendRepair(
  context: ActionContext,
  planId: string,
  { problem, plan }: { problem: Problem; plan: Plan },
): Promise<void> {
  const chosen = plannedOffers(problem, plan).map(({ workerId, packageId }) => ({ workerId, packageId }))
  if (!(await areRepairsSent(context.db, [...new Set(chosen.map((pair) => pair.packageId))]))) return
  await makePlanOffers.perform(context, { planId, chosen, answerBy: addDays(context.today, answerDays) })
}
