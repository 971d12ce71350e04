import { action, refuse } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { assignmentForUpdate, changeForUpdate, decideChange } from '../store/index.ts'

export const withdrawTerms = action(contract['withdraw-terms'], {
  load: async ({ db }, { changeId }) => {
    const change = await changeForUpdate(db, changeId)
    const assignment = change && (await assignmentForUpdate(db, change.assignmentId))
    return assignment ? { change, scope: { order: [assignment.orderId], site: [assignment.onSiteId] }, subject: changeId } : null
  },
  run: async ({ db, now }, { changeId }, { change }) => {
    if (change.state !== 'open') return refuse('change-decided')
    await decideChange(db, changeId, 'withdrawn', now)
    return { changeId }
  },
})
