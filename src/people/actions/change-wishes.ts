import { action } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { lockWorker, updateWorker } from '../store/workers.ts'

/** How much a person would like to earn and to work, and the most they can do in a month. */
export const changeWishes = action(contract['change-wishes'], {
  load: ({ db }, { workerId }) => lockWorker(db, workerId),
  run: async ({ db }, { workerId, ...wishes }) => {
    await updateWorker(db, workerId, wishes)
    return {}
  },
})
