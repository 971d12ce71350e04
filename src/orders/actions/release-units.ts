import { action, newId, refuse } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { events } from '../rules/events.ts'
import { assignmentForUpdate, insertRelease } from '../store/index.ts'

/** A worker gives back what is not handed in yet. There is no penalty; what was handed in is inspected and paid. */
export const releaseUnits = action(contract['release-units'], {
  load: async ({ db }, { assignmentId }) => {
    const assignment = await assignmentForUpdate(db, assignmentId)
    return assignment ? { assignment, scope: { self: [assignment.workerId] }, subject: assignmentId } : null
  },
  run: async ({ db, programmeId, now, publish }, { assignmentId, units }, { assignment }) => {
    if (units > assignment.leftUnits) return refuse('more-than-left', { left: assignment.leftUnits })
    await insertRelease(db, { programmeId, id: newId(), assignmentId, units, now })
    await publish(events['assignment.released'], { assignmentId, packageId: assignment.packageId, units })
    return { assignmentId, unitsLeft: assignment.leftUnits - units }
  },
})
