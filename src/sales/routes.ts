import type { Action } from '../platform/action.ts'
import { answer, type Read } from '../platform/read.ts'
import { changeClient } from './actions/change-client.ts'
import { recordClient } from './actions/record-client.ts'
import { contract } from './contract.ts'
import { listClients, readCapacity, readClient } from './store.ts'

export const actions: Action[] = [recordClient, changeClient]

export const reads: Read[] = [
  answer(contract.clients, ({ db }, input) => listClients(db, input)),
  answer(contract.client, ({ db }, { clientId }) => readClient(db, clientId)),
  answer(contract.capacity, ({ db, today }) => readCapacity(db, today)),
]
