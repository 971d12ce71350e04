import { action, newId, refuse } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { neededToTakePart, withdrawalEffects } from '../rules/consents.ts'
import { events } from '../rules/events.ts'
import { nextStates } from '../rules/states.ts'
import { lockWorker, recordStateChange, standingConsents, updateWorker, withdrawConsent } from '../store/workers.ts'

/**
 * Takes a consent back, for the time to come. Without the one that is needed to take part the person leaves; agreed work, its pay and the
 * papers that the law keeps are not touched.
 */
export const withdraw = action(contract['withdraw-consent'], {
  load: ({ db }, { workerId }) => lockWorker(db, workerId),
  run: async (context, { workerId, purpose }, { worker }) => {
    const { db, now, today } = context
    if (!(await standingConsents(db, workerId)).has(purpose)) return refuse('no-consent')
    await withdrawConsent(context, workerId, purpose)
    const { state } = worker
    if (purpose === neededToTakePart && nextStates(state, worker.registeredOn !== null).includes('left')) {
      await updateWorker(db, workerId, { state: 'left', leftOn: today })
      await recordStateChange(context, { id: newId(now.getTime()), workerId, fromState: state, toState: 'left', note: '' })
      await context.publish(events['person.state-changed'], { workerId })
    }
    return { effects: [...withdrawalEffects[purpose]] }
  },
})
