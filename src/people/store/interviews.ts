import { newId, type ActionContext } from '../../platform/action.ts'
import type { Db } from '../../platform/db/db.ts'

export async function insertInterview(
  { db, programmeId, actor, now }: ActionContext,
  interview: { workerId: string; heldOn: string; note: string; outcome: 'suitable' | 'later' | 'declined' },
): Promise<string> {
  const id = newId(now.getTime())
  await db
    .insertInto('people.interview')
    .values({ ...interview, programmeId, id, heldBy: actor.userId ?? '', recordedAt: now.toISOString() })
    .execute()
  return id
}

export const lastInterview = (db: Db, workerId: string) =>
  db
    .selectFrom('people.interview')
    .selectAll()
    .where('workerId', '=', workerId)
    .orderBy('heldOn', 'desc')
    .orderBy('recordedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
