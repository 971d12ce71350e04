import { systemActor } from '../../platform/access.ts'
import { contextOf, newId } from '../../platform/action.ts'
import type { Database } from '../../platform/db/db.ts'
import { notify } from '../../platform/notifications/notifications.ts'
import { jstDateOf } from '../../units/calendar-date.ts'
import { notices } from '../rules/notices.ts'
import { holdersOf, nameOfWorker } from '../store/notices.ts'
import { readPersonRepair } from '../store/person-repair.ts'
import { discardRepairsOfWorker, insertProposal } from '../store/proposals.ts'
import { sendRepair } from './send-repair.ts'
import { solveInThread } from './solve-in-thread.ts'

const repairSeconds = 10

/** Looks for what follows from a person's new hours or new state and proposes it. What a person would have to hand over is never sent by itself. */
export async function replanPerson(database: Database, programmeId: string, workerId: string, now: Date): Promise<void> {
  const inside = <T>(work: Parameters<typeof database.transaction<T>>[1]) => database.transaction({ programmeId, userId: null }, work)
  const found = await inside((db) => readPersonRepair(db, workerId, jstDateOf(now)))
  const plan = found && (await solveInThread(found.problem, { timeLimitSeconds: repairSeconds }).done)
  await inside(async (db) => {
    if (found === null || plan === null || (found.freed.length === 0 && plan.offers.length === 0))
      return discardRepairsOfWorker(db, workerId)
    const context = contextOf(db, programmeId, systemActor, now)
    const { cause, freed, from, days, problem } = found
    const planId = newId(now.getTime())
    await insertProposal(db, { programmeId, id: planId, about: { workerId, cause }, freed, from, days, problem, plan, now })
    if (freed.length === 0) await sendRepair(context, planId, { problem, plan })
    const facts = { title: await nameOfWorker(db, workerId), cause, offerCount: plan.offers.length }
    await notify(context, notices['repair-proposed'], await holdersOf(db, ['director']), { link: `/plan/${planId}`, once: workerId, facts })
  })
}
