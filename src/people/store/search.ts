import { sql } from 'kysely'
import type { Reach } from '../../platform/access.ts'
import type { Db } from '../../platform/db/db.ts'
import { sameTenant } from '../../platform/db/listing.ts'
import { finds, mostOfAKind, nearness } from '../../platform/search.ts'
import { withinReach } from './workers.ts'

/** What a person is found by; `w` is the worker, `m` the municipality. */
export const workerTexts = sql<string>`concat_ws(' ', w.name, w.kana, w.display_name, m.name, 'W-' || lpad(w.number::text, 5, '0'))`

/** People within reach by name, reading, city or number. */
export const findWorkers = (db: Db, reach: Reach, text: string) =>
  db
    .selectFrom('people.worker as w')
    .innerJoin('programme.municipality as m', (join) => sameTenant(join, 'm.id', 'w.municipalityId'))
    .select(['w.id', 'w.name as title', sql<string>`m.name`.as('detail')])
    .where(withinReach(reach))
    .where(finds(workerTexts, text))
    .orderBy(nearness(sql<string>`w.name || ' ' || w.kana`, text))
    .orderBy('w.kana')
    .orderBy('w.id')
    .limit(mostOfAKind)
    .execute()
