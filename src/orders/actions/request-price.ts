import { action, newId, refuse } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { assignmentForUpdate, insertPriceRequest, openPriceRequestOf } from '../store/index.ts'

/** A worker asks for another price for what is left. Asking has no disadvantage and is always answered (取適法5条). */
export const requestPrice = action(contract['request-price'], {
  load: async ({ db }, { assignmentId }) => {
    const assignment = await assignmentForUpdate(db, assignmentId)
    return assignment ? { assignment, scope: { self: [assignment.worker_id] }, subject: assignmentId } : null
  },
  run: async ({ db, programmeId, today }, { assignmentId, wantedPriceYen, reason }, { assignment }) => {
    if (assignment.leftUnits === 0) return refuse('nothing-left')
    if (wantedPriceYen <= assignment.unit_price_yen) return refuse('price-not-higher', { price: assignment.unit_price_yen })
    if (await openPriceRequestOf(db, assignmentId)) return refuse('price-request-open')
    const requestId = newId()
    await insertPriceRequest(db, {
      programme_id: programmeId,
      id: requestId,
      assignment_id: assignmentId,
      worker_id: assignment.worker_id,
      wanted_price_yen: wantedPriceYen,
      reason,
      requested_on: today,
    })
    return { requestId }
  },
})
