import { action, newId, refuse } from '../../platform/action.ts'
import { contract } from '../contract.ts'
import { insertClient } from '../store.ts'

/** Records a client. Names are unique in the programme, so that invoices of one client stay together. */
export const recordClient = action(contract['record-client'], {
  load: async () => {
    const clientId = newId()
    return { clientId, subject: clientId }
  },
  run: async ({ db, programmeId }, input, { clientId }) => {
    const inserted = await insertClient(db, programmeId, clientId, input)
    return inserted ? { clientId } : refuse('client-name-taken')
  },
})
