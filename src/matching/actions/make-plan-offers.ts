import { Refused, action, refuse } from '../../platform/action.ts'
import { makeOffers } from '../../orders/actions/make-offers.ts'
import { releaseUnits } from '../../orders/actions/release-units.ts'
import { contract } from '../contract/index.ts'
import { nameOfWorker, titleOfPackage } from '../store/notices.ts'
import { readBroken } from '../store/plan-changes.ts'
import { planForUpdate, setPlanState } from '../store/plans.ts'
import { discardOlderRepairs, discardRefreshesOf } from '../store/proposals.ts'
import { plannedPairs, reasonsOf } from '../store/planned.ts'

/**
 * Turns chosen offers of a plan into real ones through the door of orders, which locks the packages: what was agreed or offered since
 * the plan was made is counted again there, and the first package without enough units is named. What a person hands over is
 * released first; that the person agreed is what the director says here. What no longer holds, because hours, skills, an answer or a setting
 * have changed since, is not sent.
 */
export const makePlanOffers = action(contract['make-plan-offers'], {
  load: async ({ db }, { planId }) => {
    const plan = await planForUpdate(db, planId)
    return plan ? { plan, subject: planId } : null
  },
  run: async (context, { planId, chosen, answerBy, agreed }, { plan }) => {
    if (plan.state !== 'proposed' || plan.plan === null || plan.problem === null) return refuse('plan-not-open')
    if (answerBy !== null && answerBy < context.today) return refuse('answer-day-passed')
    const planned = plannedPairs(plan.problem, plan.plan)
    const wanted = chosen.flatMap((pair) => planned.get(`${pair.workerId} ${pair.packageId}`) ?? [])
    if (wanted.length < chosen.length) return refuse('not-in-plan')
    if (plan.freed.length > 0 && !agreed) return refuse('hand-over-not-agreed')
    const [broken, ...others] = await readBroken(context.db, plan, wanted, context.today)
    if (broken) {
      const [person, title] = [await nameOfWorker(context.db, broken.worker), await titleOfPackage(context.db, broken.package)]
      return refuse('no-longer-holds', { person, title, reason: broken.reason, more: others.length })
    }
    for (const { assignmentId, units } of plan.freed) {
      const released = await releaseUnits.perform(context, { assignmentId, units })
      if (released instanceof Refused) return released
    }
    const reasons = await reasonsOf(context.db, plan.problem, plan.plan)
    const offers = wanted.map((offer) => ({
      packageId: offer.packageId,
      workerId: offer.workerId,
      units: offer.units,
      minutes: offer.minutes,
      why: reasons(offer),
    }))
    const made = await makeOffers.perform(context, { offers, planId, answerBy })
    if (made instanceof Refused) return made
    await discardOlderRepairs(
      context.db,
      offers.map((offer) => offer.packageId),
      planId,
    )
    await discardRefreshesOf(context.db, planId)
    await setPlanState(context.db, planId, 'offered', context.now)
    return { planId, offerIds: made.offerIds }
  },
})
