import { newId, refuse, type ActionContext, type Refused } from '../../platform/action.ts'
import { notify } from '../../platform/notifications/notifications.ts'
import { enqueue } from '../../platform/outbox.ts'
import { notices } from '../rules/notices.ts'
import { tasks } from '../rules/tasks.ts'
import { countOpenPackages } from '../store/board.ts'
import { insertPlan } from '../store/plans.ts'
import { horizonFrom } from '../store/problem.ts'
import { giveUpSilentPlans } from './give-up-silent-plans.ts'

/** What has to be known before a plan of the whole programme is begun. */
export async function readyForPlan({ db, programmeId, now, today }: ActionContext): Promise<{ id: string; openCount: number }> {
  await giveUpSilentPlans({ db, programmeId, now })
  return { id: newId(now.getTime()), openCount: await countOpenPackages(db, today) }
}

interface Wish {
  id: string
  openCount: number
  days: number
  seconds: number
  /** The plan to stay near to. */
  refreshesId: string | null
}

/** Writes a plan that is to be calculated, has it calculated behind the page, and says so under the bell. */
export async function beginPlan(
  { db, programmeId, actor, now, today }: ActionContext,
  { id, openCount, days, seconds, refreshesId }: Wish,
): Promise<{ planId: string } | Refused<'nothing-to-plan' | 'already-running'>> {
  if (openCount === 0) return refuse('nothing-to-plan')
  const plan = {
    programmeId,
    id,
    kind: 'whole',
    packageId: null,
    cause: null,
    refreshesId,
    ...horizonFrom(today, days),
    secondsLimit: seconds,
    by: actor.userId ?? '',
    now,
  } as const
  if (!(await insertPlan(db, plan))) return refuse('already-running')
  await enqueue(db, tasks['matching.calculate'], { programmeId, planId: id })
  await notify({ db, programmeId, now }, notices['plan-begun'], [actor.userId], { id, link: `/plan/${id}`, facts: {} })
  return { planId: id }
}
