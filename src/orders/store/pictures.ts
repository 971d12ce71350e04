import { sql } from 'kysely'
import type { ActionContext } from '../../platform/action.ts'
import type { Db } from '../../platform/db/db.ts'
import { readableFile } from '../../platform/files.ts'
import type { ManualStep } from '../rules/manual-step.ts'

/** Whether every picture of these steps is an uploaded image that the writer may see: their own, or one of an earlier version. */
export async function arePicturesThere({ db, actor }: ActionContext, steps: readonly ManualStep[]): Promise<boolean> {
  for (const { picture } of steps) {
    if (picture === null) continue
    const file = await readableFile(db, picture.fileId, actor.userId ?? '')
    if (!file?.mediaType.startsWith('image/')) return false
  }
  return true
}

/** Whether the file is a picture in the manual of work that this person leads, does or is offered. */
export async function mayReadPicture(db: Db, fileId: string, userId: string): Promise<boolean> {
  const shown = JSON.stringify([{ picture: { fileId } }])
  const { rows } = await sql<{ found: boolean }>`
    with held as (select role, scope_kind, scope_id from programme.membership where programme_id = platform.tenant() and user_id = ${userId} and ended_at is null),
    placed as (
      select p.id, p.order_id, p.on_site_id from orders.package p
      where exists (select from orders.manual_version v where v.programme_id = p.programme_id and v.package_id = p.id and v.steps @> ${shown}::jsonb)
         or exists (select from orders.manual_draft d where d.programme_id = p.programme_id and d.package_id = p.id and d.steps @> ${shown}::jsonb)
    )
    select exists (
      select from placed x join held h on
        (h.role = 'director' and (h.scope_kind = 'programme' or (h.scope_kind = 'order' and h.scope_id = x.order_id) or (h.scope_kind = 'site' and h.scope_id = x.on_site_id)))
        or (h.role = 'leader' and h.scope_kind = 'order' and h.scope_id = x.order_id)
        or (h.role = 'worker' and h.scope_kind = 'self' and exists (
          select from orders.offer f where f.package_id = x.id and f.worker_id = h.scope_id and f.state in ('open', 'accepted')))
    ) as found`.execute(db)
  return rows[0]?.found ?? false
}
