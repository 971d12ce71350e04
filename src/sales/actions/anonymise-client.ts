import { action, refuse } from '../../platform/action.ts'
import { eraseParty } from '../../platform/erasing/erase-party.ts'
import { eraseDuePapers, papersKept } from '../../platform/erasing/papers.ts'
import { forgetNewsOf } from '../../platform/notifications/notifications.ts'
import { keptUntil } from '../../people/rules/leaving.ts'
import { endScope } from '../../programme/actions/end-scope.ts'
import { calendarDate } from '../../units/calendar-date.ts'
import { contract } from '../contract.ts'
import { clientForUpdate, isAnonymous } from '../store.ts'

/**
 * Takes the people off a client with whom nothing is done any more, once no law keeps them: contact, notes, accounts and papers whose day
 * has passed (個人情報保護法22条). The company's own name stays in the books.
 */
export const anonymiseClient = action(contract['anonymise-client'], {
  load: async ({ db }, { clientId }) => {
    const client = await clientForUpdate(db, clientId)
    return client ? { client, scope: { client: [clientId] }, subject: clientId } : null
  },
  run: async (context, { clientId }, { client }) => {
    const { db, today } = context
    if (client.endedOn === null) return refuse('client-not-ended')
    await eraseDuePapers(db, clientId, today)
    const { until } = await papersKept(db, clientId)
    const papersUntil = until === null ? null : calendarDate(until)
    const kept = keptUntil({ leftOn: calendarDate(client.endedOn), wasRegistered: true, papersUntil })
    if (kept === null || kept >= today) return refuse('client-kept-by-law', { until: kept ?? '' })
    if (await isAnonymous(db, clientId, client.endedOn)) return refuse('client-anonymised')
    const names = [client.contactName, client.contactEmail, client.contactPhone].filter((name) => name !== '')
    await forgetNewsOf(db, null, names)
    const userIds = await endScope(context, clientId)
    await eraseParty(context, { kind: 'client', id: clientId, userIds, label: '―', names, keptUntil: kept })
    return { until: kept }
  },
})
