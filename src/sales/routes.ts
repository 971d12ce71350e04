import type { Action } from '../platform/action.ts'
import { answer, type Read } from '../platform/read.ts'
import { findAll } from '../platform/search.ts'
import { changeClient } from './actions/change-client.ts'
import { recordClient } from './actions/record-client.ts'
import { contract } from './contract.ts'
import { findClients, listClients, readCapacity, readClient } from './store.ts'

export const actions: Action[] = [recordClient, changeClient]

export const reads: Read[] = [
  answer(contract.clients, ({ db }, input) => listClients(db, input)),
  answer(contract.search, (context, { text }) =>
    findAll(context, [{ kind: 'client', like: contract.clients, find: () => findClients(context.db, text) }]),
  ),
  answer(contract.client, ({ db }, { clientId }) => readClient(db, clientId)),
  answer(contract.capacity, ({ db, today }) => readCapacity(db, today)),
]
