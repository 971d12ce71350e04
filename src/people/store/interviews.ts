import { newId, type ActionContext } from '../../platform/action.ts'
import type { Db } from '../../platform/db/db.ts'

export async function insertInterview(
  { db, programmeId, actor, now }: ActionContext,
  interview: { workerId: string; heldOn: string; note: string; outcome: string },
): Promise<string> {
  const id = newId(now.getTime())
  await db
    .insertInto('people.interview')
    .values({
      programme_id: programmeId,
      id,
      worker_id: interview.workerId,
      held_on: interview.heldOn,
      held_by: actor.userId ?? '',
      note: interview.note,
      outcome: interview.outcome,
      recorded_at: now.toISOString(),
    })
    .execute()
  return id
}

export const lastInterview = (db: Db, workerId: string) =>
  db
    .selectFrom('people.interview')
    .selectAll()
    .where('worker_id', '=', workerId)
    .orderBy('held_on', 'desc')
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
