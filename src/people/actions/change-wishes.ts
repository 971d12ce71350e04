import { action } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { lockWorker, updateWorker } from '../store/workers.ts'

/** How much a person would like to earn and to work, and the most they can do in a month. */
export const changeWishes = action(contract['change-wishes'], {
  load: ({ db }, { workerId }) => lockWorker(db, workerId),
  run: async ({ db }, input) => {
    await updateWorker(db, input.workerId, {
      wish: input.wish,
      wantedMonthlyYen: input.wantedMonthlyYen,
      wantedMonthlyMinutes: input.wantedMonthlyMinutes,
      highestMonthlyMinutes: input.highestMonthlyMinutes,
    })
    return {}
  },
})
