import { action, refuse } from '../../platform/action.ts'
import { contract } from '../contract.ts'
import { clientForUpdate, setClientEnd } from '../store.ts'

/** Takes up a client again. Whoever was erased is written down anew. */
export const resumeClient = action(contract['resume-client'], {
  load: async ({ db }, { clientId }) => {
    const client = await clientForUpdate(db, clientId)
    return client ? { client, scope: { client: [clientId] }, subject: clientId } : null
  },
  run: async ({ db }, { clientId }, { client }) => {
    if (client.endedOn === null) return refuse('client-not-ended')
    await setClientEnd(db, clientId, null)
    return {}
  },
})
