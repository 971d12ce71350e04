import { action, refuse } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { readLiveState } from '../store/live-state.ts'
import { doBothExist, setPairRule } from '../store/pair-rules.ts'
import { closedGate, unitsToPin } from '../store/pins.ts'
import { buildProblem, horizonFrom } from '../store/problem.ts'

/** The next plans keep these units with this person. Whom a gate excludes cannot be pinned; an exclusion of the same pair is replaced. */
export const pinPair = action(contract['pin-pair'], {
  load: async ({ db, today }, { workerId, packageId }) => {
    if (!(await doBothExist(db, workerId, packageId))) return null
    const state = await readLiveState(db, today)
    const rules = state.rules.filter((rule) => rule.workerId !== workerId || rule.packageId !== packageId)
    return { problem: buildProblem({ ...state, rules }, horizonFrom(today), [packageId]), subject: packageId }
  },
  run: async ({ db, programmeId, actor, now }, { workerId, packageId, units }, { problem }) => {
    const worker = problem.workers.find((each) => each.id === workerId)
    const pack = problem.packages.find((each) => each.id === packageId)
    if (!worker) return refuse('person-not-open')
    if (!pack) return refuse('work-not-open')
    const gate = closedGate(problem, worker, pack)
    if (gate !== null) return refuse('gate-closed', { gate })
    // The days of promised work are found by a plan; here only its amount is not known to be in the way.
    const range = unitsToPin(worker, pack, [])
    if (range === null || units < range.least || units > range.most) return refuse('units-do-not-fit', range ?? {})
    await setPairRule(db, { programmeId, workerId, packageId, rule: 'pinned', units, by: actor.userId ?? '', now })
    return { workerId, packageId }
  },
})
