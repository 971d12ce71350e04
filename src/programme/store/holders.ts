import { sql } from 'kysely'
import type { Scopes } from '../../platform/access.ts'
import type { Role } from '../../platform/contract.ts'
import type { Db } from '../../platform/db/db.ts'

/** The accounts that hold one of the roles now, for the whole programme or for one of the scopes. */
export async function holdersOf(db: Db, roles: readonly Role[], scopes: Scopes = {}): Promise<string[]> {
  const narrow = Object.entries(scopes).map(([kind, ids]) => ({ kind, ids: (ids ?? []).filter((id) => id !== null) }))
  const rows = await db
    .selectFrom('programme.membership')
    .select('userId')
    .distinct()
    .where('programmeId', '=', sql<string>`platform.tenant()`)
    .where('role', 'in', [...roles])
    .where('endedAt', 'is', null)
    .where((e) =>
      e.or([
        e('scopeKind', '=', 'programme'),
        ...narrow.filter(({ ids }) => ids.length > 0).map(({ kind, ids }) => e.and([e('scopeKind', '=', kind), e('scopeId', 'in', ids)])),
      ]),
    )
    .execute()
  return rows.map((row) => row.userId)
}
