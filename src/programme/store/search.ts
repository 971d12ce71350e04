import { sql } from 'kysely'
import type { Db } from '../../platform/db/db.ts'
import { finds, mostOfAKind, nearness } from '../../platform/search.ts'

/** People with a role in the programme, by name or address; the address is what the list of roles is searched with. */
export const findMembers = (db: Db, programmeId: string, text: string) =>
  db
    .selectFrom('platform.user as u')
    .select(['u.email as id', 'u.name as title', 'u.email as detail'])
    .where((e) =>
      e.exists(
        e
          .selectFrom('programme.membership as m')
          .select('m.id')
          .whereRef('m.userId', '=', 'u.id')
          .where('m.programmeId', '=', programmeId)
          .where('m.endedAt', 'is', null),
      ),
    )
    .where(finds(sql<string>`u.name || ' ' || u.email`, text))
    .orderBy(nearness(sql<string>`u.name`, text))
    .orderBy('u.name')
    .orderBy('u.id')
    .limit(mostOfAKind)
    .execute()
