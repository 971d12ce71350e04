import { action, refuse } from '../../platform/action.ts'
import { contract } from '../contract.ts'
import { clientForUpdate, isClientNameTaken, updateClient } from '../store.ts'

export const changeClient = action(contract['change-client'], {
  load: async ({ db }, { clientId }) => {
    const client = await clientForUpdate(db, clientId)
    return client ? { before: client, scope: { client: [clientId] }, subject: clientId } : null
  },
  run: async ({ db }, { clientId, ...fields }) => {
    if (await isClientNameTaken(db, fields.name, clientId)) return refuse('client-name-taken')
    await updateClient(db, clientId, fields)
    return { clientId }
  },
})
