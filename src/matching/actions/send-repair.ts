import { proposedAnswerDay } from '../../orders/rules/answer-day.ts'
import type { ActionContext } from '../../platform/action.ts'
import type { Plan } from '../rules/problem/plan.ts'
import type { Problem } from '../rules/problem/problem.ts'
import { readPackages } from '../store/board.ts'
import { plannedOffers } from '../store/planned.ts'
import { areRepairsSent } from '../store/repairs.ts'
import { makePlanOffers } from './make-plan-offers.ts'

/** Makes the offers of a repair at once where the orders say so; when that is refused the repair waits for a director like any other. */
export async function sendRepair(
  context: ActionContext,
  planId: string,
  { problem, plan }: { problem: Problem; plan: Plan },
): Promise<void> {
  const chosen = plannedOffers(problem, plan).map(({ workerId, packageId }) => ({ workerId, packageId }))
  const packageIds = [...new Set(chosen.map((pair) => pair.packageId))]
  if (!(await areRepairsSent(context.db, packageIds))) return
  const dueOns = (await readPackages(context.db, packageIds)).map((work) => work.dueOn)
  await makePlanOffers.perform(context, { planId, chosen, answerBy: proposedAnswerDay(context.today, dueOns) })
}
