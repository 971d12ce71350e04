import type { Db } from '../../platform/db/db.ts'
import type { CalendarDate } from '../../units/calendar-date.ts'
import type { Plan } from '../rules/problem/plan.ts'
import type { Problem } from '../rules/problem/problem.ts'
import type { Freed } from './live-state.ts'
import type { PlanCause } from './plans.ts'

interface Proposal {
  programmeId: string
  id: string
  /** What it is about: the hours of a person, or a plan that it brings up to date. */
  about: { workerId: string; cause: PlanCause } | { refreshesId: string }
  from: CalendarDate
  days: number
  freed: readonly Freed[]
  problem: Problem
  plan: Plan
  now: Date
}

/** A plan that nobody asked for is written when it is found; the one before it about the same is worthless then. */
export async function insertProposal(db: Db, proposal: Proposal): Promise<void> {
  const { about } = proposal
  if ('workerId' in about) await discardRepairsOfWorker(db, about.workerId)
  else await discardRefreshesOf(db, about.refreshesId)
  const at = proposal.now.toISOString()
  await db
    .insertInto('matching.plan')
    .values({
      programmeId: proposal.programmeId,
      id: proposal.id,
      ...('workerId' in about
        ? { kind: 'repair', workerId: about.workerId, cause: about.cause }
        : { kind: 'whole', refreshesId: about.refreshesId }),
      freed: JSON.stringify(proposal.freed),
      state: 'proposed',
      fromDate: proposal.from,
      days: proposal.days,
      problem: JSON.stringify(proposal.problem),
      plan: JSON.stringify(proposal.plan),
      askedBy: 'system',
      askedAt: at,
      beatAt: at,
      finishedAt: at,
    })
    .execute()
}

export async function discardRepairsOfWorker(db: Db, workerId: string): Promise<void> {
  await db
    .updateTable('matching.plan')
    .set({ state: 'discarded' })
    .where('kind', '=', 'repair')
    .where('workerId', '=', workerId)
    .where('state', '=', 'proposed')
    .execute()
}

/** What was brought up to date without being asked for loses its sense when people are asked by the plan itself, or by a newer one. */
export async function discardRefreshesOf(db: Db, planId: string): Promise<void> {
  await db
    .updateTable('matching.plan')
    .set({ state: 'discarded' })
    .where('refreshesId', '=', planId)
    .where('askedBy', '=', 'system')
    .where('state', '=', 'proposed')
    .execute()
}

/** A newer proposal for a package, or for all when none is named, makes the repairs before it worthless. */
export async function discardOlderRepairs(db: Db, packageIds: readonly string[] | null, keptId: string): Promise<void> {
  await db
    .updateTable('matching.plan')
    .set({ state: 'discarded' })
    .where('kind', '=', 'repair')
    .where('state', '=', 'proposed')
    .where('id', '<>', keptId)
    // Promises that no longer fit stay a matter of their own, whatever is planned for the rest.
    .where('freed', '=', '[]')
    .$if(packageIds !== null, (query) => query.where('packageId', 'in', [...(packageIds ?? [])]))
    .execute()
}
