import { action } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { declareEmployees as store, lockWorker } from '../store/workers.ts'

/** Who uses employees is no 特定受託事業者 (フリーランス・事業者間取引適正化等法 第2条第1項); the declaration is kept with its day. */
export const declareEmployees = action(contract['declare-employees'], {
  load: ({ db }, { workerId }) => lockWorker(db, workerId),
  run: async (context, { workerId, usesEmployees }) => {
    await store(context, workerId, usesEmployees)
    return {}
  },
})
