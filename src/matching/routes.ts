import { Failure, type Action } from '../platform/action.ts'
import { answer, type Read } from '../platform/read.ts'
import { addDays, calendarDate } from '../units/calendar-date.ts'
import { answerCapacity } from './actions/answer-capacity.ts'
import { askForPlan } from './actions/ask-for-plan.ts'
import { discardPlan } from './actions/discard-plan.ts'
import { forbidPair } from './actions/forbid-pair.ts'
import { freePair } from './actions/free-pair.ts'
import { makePlanOffers } from './actions/make-plan-offers.ts'
import { pinPair } from './actions/pin-pair.ts'
import { refreshPlan } from './actions/refresh-plan.ts'
import { solveInThread } from './actions/solve-in-thread.ts'
import { stopPlan } from './actions/stop-plan.ts'
import { setWorkViews } from '../people/store/work-view.ts'
import { contract } from './contract/index.ts'
import { countOpenPackages, progressOf, readBoard, readNames } from './store/board.ts'
import { capacityView, readSkillChoices } from './store/capacity.ts'
import { readComparison } from './store/compare.ts'
import { readFairness } from './store/fairness.ts'
import { readWorkViewsOf } from './store/idle.ts'
import { readLiveState } from './store/live-state.ts'
import { readPlanChanges } from './store/plan-changes.ts'
import { findPlan, listPlans, newestPlanId, planBefore } from './store/plans.ts'
import { changed, readConsequence } from './store/what-if.ts'
import { readLearners, readOtherPeople, readWhy } from './store/why.ts'
import './store/personal-columns.ts'

/** People wait for the answer on the page. */
const whatIfSeconds = 3

setWorkViews(readWorkViewsOf)

export { names } from './store/names.ts'

export const actions: Action[] = [askForPlan, refreshPlan, stopPlan, discardPlan, makePlanOffers, pinPair, forbidPair, freePair]

export const reads: Read[] = [
  answer(contract.plans, async ({ db }, { kind, limit }) => ({ rows: await listPlans(db, kind, limit) })),
  answer(contract.plan, async ({ db, today }, { planId }) => {
    const id = planId ?? (await newestPlanId(db))
    const row = id === null ? null : await findPlan(db, id)
    if (row === null && planId !== null) return null
    return { plan: row && (await readBoard(db, row)), openPackages: await countOpenPackages(db, today) }
  }),
  answer(contract['plan-progress'], async ({ db }, { planId }) => {
    const row = await findPlan(db, planId)
    return row && { state: row.state, progress: progressOf(row), stopAsked: row.stopAskedAt !== null, fault: row.fault }
  }),
  answer(contract['plan-changes'], async ({ db, today }, { planId }) => {
    const row = await findPlan(db, planId)
    return row && readPlanChanges(db, row, today)
  }),
  answer(contract['what-if'], async ({ db }, { planId, packageId, change }) => {
    const row = await findPlan(db, planId)
    if (!row?.problem || row.plan === null) return null
    const problem = changed(row.problem, row.plan, packageId, change, row.from)
    const plan = await solveInThread(problem, { timeLimitSeconds: whatIfSeconds }).done
    return readConsequence(db, row, packageId, { problem, plan })
  }),
  answer(contract.compare, async ({ db }, { planId, withId }) => {
    const row = await findPlan(db, planId)
    const other = row && (withId === null ? await planBefore(db, row) : await findPlan(db, withId))
    if (row === null || (withId !== null && !other)) return null
    return { comparison: other && (await readComparison(db, row, other)), withId: other?.id ?? null }
  }),
  answer(contract.learners, async ({ db }, { planId, packageId, skill }) => {
    const row = await findPlan(db, planId)
    const level = row?.problem?.packages.find((each) => each.id === packageId)?.skills[skill]
    if (!row?.problem || row.plan === null || level === undefined) return null
    return { rows: await readLearners(db, row.problem, row.plan, packageId, { skill, level }) }
  }),
  answer(contract.why, async ({ db }, { planId, workerId, packageId }) => {
    const row = await findPlan(db, planId)
    if (!row?.problem || row.plan === null) return null
    return readWhy(db, row.problem, row.plan, workerId, packageId)
  }),
  answer(contract['other-people'], async ({ db }, { planId, packageId, search }) => {
    const row = await findPlan(db, planId)
    if (!row?.problem || row.plan === null) return null
    return { rows: await readOtherPeople(db, row.problem, row.plan, packageId, search) }
  }),
  answer(contract['capacity-answer'], async ({ db, today }, { minutes, byOn, skills }) => {
    if (byOn <= today) throw new Failure('invalid-input', [{ path: 'byOn', code: 'day-passed' }])
    const state = await readLiveState(db, today)
    const found = await answerCapacity(state, today, { minutes, byOn: calendarDate(byOn), skills })
    return capacityView(found, minutes, skills, await readNames(db))
  }),
  answer(contract['skill-choices'], async ({ db }) => ({ skills: await readSkillChoices(db) })),
  answer(contract.fairness, async ({ db, today }, { days }) =>
    readFairness(db, await readLiveState(db, today), today, addDays(today, -days)),
  ),
]
