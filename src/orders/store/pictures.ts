import { sql } from 'kysely'
import { reachOf } from '../../platform/access.ts'
import type { ActionContext } from '../../platform/action.ts'
import type { Db } from '../../platform/db/db.ts'
import { type FileReader, readableFile } from '../../platform/files.ts'
import { jstDateOf } from '../../units/calendar-date.ts'
import { working } from '../../people/rules/who-may.ts'
import { readGrants } from '../../programme/store/memberships.ts'
import type { ManualStep } from '../rules/manual-step.ts'
import { leading } from '../rules/who-may.ts'
import { packageInReach } from './reach.ts'

/** Whether every picture of these steps is an uploaded image that the writer may see: their own, or one of an earlier version. */
export async function arePicturesThere({ db, actor, now }: ActionContext, steps: readonly ManualStep[]): Promise<boolean> {
  for (const { picture } of steps) {
    if (picture === null) continue
    const file = await readableFile(db, picture.fileId, { userId: actor.userId ?? '', now })
    if (!file?.mediaType.startsWith('image/')) return false
  }
  return true
}

/** Whether the file is a picture in the manual of work that this person leads, does or is offered; null when it is in no manual. */
export async function mayReadPicture(db: Db, fileId: string, { userId, proof, now }: FileReader): Promise<boolean | null> {
  const shown = JSON.stringify([{ picture: { fileId } }])
  const reader = { grants: await readGrants(db, userId, proof) }
  const { rows } = await sql<{ isPlaced: boolean; found: boolean }>`
    select exists (select from orders.manual_version v where v.steps @> ${shown}::jsonb)
        or exists (select from orders.manual_draft d where d.steps @> ${shown}::jsonb) as is_placed,
    exists (
      select from orders.package p
      where (exists (select from orders.manual_version v where v.programme_id = p.programme_id and v.package_id = p.id and v.steps @> ${shown}::jsonb)
          or exists (select from orders.manual_draft d where d.programme_id = p.programme_id and d.package_id = p.id and d.steps @> ${shown}::jsonb))
        and (${packageInReach(reachOf(reader, leading))} or exists (
          select from orders.standing_offers(${jstDateOf(now)}::date) f
          where f.package_id = p.id and f.worker_id = any(${reachOf(reader, working).ids('self')}::uuid[])))
    ) as found`.execute(db)
  return rows[0]?.isPlaced ? rows[0].found : null
}
