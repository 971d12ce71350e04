import { mayTry, type Actor } from '../../platform/access.ts'
import { action, newId, refuse } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { neededToTakePart } from '../rules/consents.ts'
import { events } from '../rules/events.ts'
import { mayChangeOwnState, nextStates } from '../rules/states.ts'
import { caring } from '../rules/who-may.ts'
import { hasWithdrawn, lockWorker, recordStateChange, updateWorker } from '../store/workers.ts'

const looksAfterPeople = (actor: Actor): boolean => actor.userId === 'system' || mayTry(actor, caring)

/** A change of state is a row of its own; nothing that a person has earned or signed is touched by it. */
export const changeState = action(contract['change-state'], {
  load: async ({ db }, { workerId }) => {
    const found = await lockWorker(db, workerId)
    return found && { ...found, before: { to: found.worker.state } }
  },
  run: async (context, { workerId, to, note }, { worker }) => {
    const { state } = worker
    if (!nextStates(state, worker.registeredOn !== null).includes(to)) return refuse('state-not-next')
    if (!looksAfterPeople(context.actor) && !mayChangeOwnState(state, to)) return refuse('ask-the-coordinator')
    if (to === 'active' && (await hasWithdrawn(context.db, workerId, neededToTakePart))) return refuse('consent-withdrawn')
    const ends = to === 'left' || to === 'graduated'
    await updateWorker(context.db, workerId, { state: to, leftOn: ends ? context.today : null })
    await recordStateChange(context, { id: newId(context.now.getTime()), workerId, fromState: state, toState: to, note })
    await context.publish(events['person.state-changed'], { workerId })
    return {}
  },
})
