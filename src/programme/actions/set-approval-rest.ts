import { action } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { insertRest, readRest } from '../store/access-changes.ts'

/** Sets for how long an account that somebody else may have changed approves no money alone. */
export const setApprovalRest = action(contract['set-approval-rest'], {
  load: async ({ db, programmeId, now }) => ({ subject: programmeId, before: await readRest(db, now) }),
  run: async (context, { hours }) => {
    await insertRest(context, hours)
    const { hoursNow } = await readRest(context.db, context.now)
    return { hoursNow }
  },
})
