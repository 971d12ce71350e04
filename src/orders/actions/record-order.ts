import { action, newId, refuse } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { doClientAndMunicipalityExist, insertOrder, isClientEnded, nextOrderNumber } from '../store/index.ts'

/** Records an order that a client has placed. Its number counts within the calendar year without a gap. */
export const recordOrder = action(contract['record-order'], {
  load: async ({ db }, { clientId, municipalityId }) => {
    const orderId = newId()
    return (await doClientAndMunicipalityExist(db, clientId, municipalityId))
      ? { orderId, scope: { client: [clientId] }, subject: orderId }
      : null
  },
  run: async ({ db, programmeId, actor, today }, input, { orderId }) => {
    if (await isClientEnded(db, input.clientId)) return refuse('client-ended')
    const number = await nextOrderNumber(db, programmeId, today)
    const isDirector = actor.grants.some((grant) => grant.role === 'director')
    await insertOrder(db, { ...input, programmeId, id: orderId, number, directorUserId: isDirector ? actor.userId : null })
    return { orderId, number }
  },
})
