import type { ActionContext } from '../platform/action.ts'
import { eraseDuePapers } from '../platform/erasing/papers.ts'
import { timer } from '../platform/jobs.ts'
import { anonymiseClient } from './actions/anonymise-client.ts'
import { listEndedClients } from './store.ts'

/** Acts on the days until which papers and people of clients are kept with whom nothing is done any more. */
export async function anonymiseClients(context: ActionContext): Promise<void> {
  for (let cursor: string | null = null; ;) {
    const page: Awaited<ReturnType<typeof listEndedClients>> = await listEndedClients(context.db, { waiting: true, cursor, limit: 200 })
    for (const { id, keptUntil, papers, erasedPapers } of page.rows) {
      if (keptUntil < context.today) await anonymiseClient.perform(context, { clientId: id })
      else if (papers > erasedPapers) await eraseDuePapers(context.db, id, context.today)
    }
    if (page.next === null) return
    cursor = page.next
  }
}

export const timers = [
  // 00:45 in Japan, after the people who left.
  timer('sales.anonymise-clients', '45 15 * * *', anonymiseClients),
]
