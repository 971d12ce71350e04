import { action, newId, refuse } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { assignmentForUpdate, insertPriceRequest, openPriceRequestOf } from '../store/index.ts'

/** A worker asks for another price for what is left. Asking has no disadvantage and is always answered (取適法5条). */
export const requestPrice = action(contract['request-price'], {
  load: async ({ db }, { assignmentId }) => {
    const assignment = await assignmentForUpdate(db, assignmentId)
    return assignment ? { assignment, scope: { self: [assignment.workerId] }, subject: assignmentId } : null
  },
  run: async ({ db, programmeId, today }, { assignmentId, wantedPriceYen, reason }, { assignment }) => {
    if (assignment.leftUnits === 0) return refuse('nothing-left')
    if (wantedPriceYen <= assignment.unitPriceYen) return refuse('price-not-higher', { price: assignment.unitPriceYen })
    if (await openPriceRequestOf(db, assignmentId)) return refuse('price-request-open')
    const requestId = newId()
    await insertPriceRequest(db, {
      programmeId,
      id: requestId,
      assignmentId,
      workerId: assignment.workerId,
      wantedPriceYen,
      reason,
      requestedOn: today,
    })
    return { requestId }
  },
})
