import { action, refuse } from '../../platform/action.ts'
import { contract } from '../contract.ts'
import { clientForUpdate, isStillBound, setClientEnd } from '../store.ts'

/** Notes that nothing is done any more with a client; work that runs for it comes first. */
export const endClient = action(contract['end-client'], {
  load: async ({ db }, { clientId }) => {
    const client = await clientForUpdate(db, clientId)
    return client ? { client, scope: { client: [clientId] }, subject: clientId } : null
  },
  run: async ({ db, today }, { clientId }, { client }) => {
    if (client.endedOn !== null) return refuse('client-ended')
    if (await isStillBound(db, clientId)) return refuse('client-still-bound')
    await setClientEnd(db, clientId, today)
    return { endedOn: today }
  },
})
