import type { Action } from '../platform/action.ts'
import { answer, type Read } from '../platform/read.ts'
import { findAll } from '../platform/search.ts'
import { anonymiseClient } from './actions/anonymise-client.ts'
import { changeClient } from './actions/change-client.ts'
import { endClient } from './actions/end-client.ts'
import { recordClient } from './actions/record-client.ts'
import { resumeClient } from './actions/resume-client.ts'
import { contract } from './contract.ts'
import { findClients, listClients, listEndedClients, readCapacity, readClient } from './store.ts'

export { names } from './store.ts'

export const actions: Action[] = [recordClient, changeClient, endClient, resumeClient, anonymiseClient]

export const reads: Read[] = [
  answer(contract.clients, ({ db }, input) => listClients(db, input)),
  answer(contract['ended-clients'], ({ db }, input) => listEndedClients(db, input)),
  answer(contract.search, (context, { text }) =>
    findAll(context, [{ kind: 'client', like: contract.clients, find: () => findClients(context.db, text) }]),
  ),
  answer(contract.client, ({ db }, { clientId }) => readClient(db, clientId)),
  answer(contract.capacity, ({ db, today }) => readCapacity(db, today)),
]
