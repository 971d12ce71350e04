import { newId } from '../../platform/action.ts'
import type { Database, Db } from '../../platform/db/db.ts'
import { notify } from '../../platform/notifications/notifications.ts'
import { daysBetween, jstDateOf, type CalendarDate } from '../../units/calendar-date.ts'
import { notices } from '../rules/notices.ts'
import { readLiveState } from '../store/live-state.ts'
import { earlierOffers, readPlanChanges } from '../store/plan-changes.ts'
import { plannedOffers } from '../store/planned.ts'
import { findPlan, newestPlanId, type PlanRow } from '../store/plans.ts'
import { insertProposal } from '../store/proposals.ts'
import { buildProblem, horizonFrom } from '../store/problem.ts'
import { solveInThread } from './solve-in-thread.ts'

/** A plan that lies unsent for longer is not waited for any more. */
const waitedForDays = 14

/**
 * Brings the newest plan up to date when nobody was asked by it yet and something under it has changed: a plan beside it, as near to it as
 * possible, for whoever asked for it to look at. A later change replaces what was found here, not the plan itself.
 */
export async function refreshUnsentPlan(database: Database, programmeId: string, now: Date): Promise<void> {
  const inside = <T>(work: Parameters<typeof database.transaction<T>>[1]) => database.transaction({ programmeId, userId: null }, work)
  const today = jstDateOf(now)
  const found = await inside(async (db) => {
    const unsent = await findUnsent(db, today)
    if (unsent === null) return null
    const { newest, asked } = unsent
    const { changes, broken } = await readPlanChanges(db, newest, today)
    if (changes.length + broken.length === 0 || asked.problem === null || asked.plan === null) return null
    const horizon = horizonFrom(today, asked.days)
    const earlier = earlierOffers(plannedOffers(asked.problem, asked.plan), daysBetween(asked.from, horizon.from))
    return { ...unsent, horizon, earlier, problem: buildProblem(await readLiveState(db, today), horizon) }
  })
  if (found === null) return
  const { asked, earlier, horizon, newest, problem } = found
  const plan = await solveInThread(problem, { timeLimitSeconds: asked.secondsLimit, earlier }).done
  await inside(async (db) => {
    if ((await findUnsent(db, today))?.newest.id !== newest.id) return
    const id = newId(now.getTime())
    await insertProposal(db, { programmeId, id, about: { refreshesId: asked.id }, ...horizon, freed: [], problem, plan, now })
    await notify({ db, programmeId, now }, notices['plan-refreshed'], [asked.askedBy], {
      link: `/plan/${id}`,
      facts: { offerCount: plan.offers.length },
    })
  })
}

/** The newest plan while it is unsent, and the one that a person asked for, which may be the same. */
async function findUnsent(db: Db, today: CalendarDate): Promise<{ newest: PlanRow; asked: PlanRow } | null> {
  const newestId = await newestPlanId(db)
  const newest = newestId === null ? null : await findPlan(db, newestId)
  const asked = newest?.askedBy === 'system' && newest.refreshesId !== null ? await findPlan(db, newest.refreshesId) : newest
  if (newest?.state !== 'proposed' || asked?.state !== 'proposed' || daysBetween(asked.from, today) > waitedForDays) return null
  return { newest, asked }
}
