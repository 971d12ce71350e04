import { action, newId, refuse } from '../../platform/action.ts'
import { notify } from '../../platform/notifications/notifications.ts'
import { enqueue } from '../../platform/outbox.ts'
import { contract } from '../contract/index.ts'
import { notices } from '../rules/notices.ts'
import { horizonFrom } from '../store/problem.ts'
import { countOpenPackages } from '../store/board.ts'
import { insertPlan } from '../store/plans.ts'
import { giveUpSilentPlans } from './give-up-silent-plans.ts'

/** Begins the calculation of a plan; it goes on after the answer and is found under its id. */
export const askForPlan = action(contract['ask-for-plan'], {
  load: async ({ db, programmeId, now, today }) => {
    await giveUpSilentPlans({ db, programmeId, now })
    const id = newId(now.getTime())
    return { id, openCount: await countOpenPackages(db, today), subject: id }
  },
  run: async ({ db, programmeId, actor, now, today }, { days, seconds }, { id, openCount }) => {
    if (openCount === 0) return refuse('nothing-to-plan')
    const plan = { programmeId, id, kind: 'whole', packageId: null, cause: null, ...horizonFrom(today, days), secondsLimit: seconds, by: actor.userId ?? '', now } as const
    if (!(await insertPlan(db, plan))) return refuse('already-running')
    await enqueue(db, 'matching.calculate', { programmeId, planId: id })
    await notify({ db, programmeId, now }, notices['plan-begun'], [actor.userId], { id, link: `/plan/${id}`, facts: {} })
    return { planId: id }
  },
})
