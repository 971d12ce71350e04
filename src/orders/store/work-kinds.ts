import { newId } from '../../platform/action.ts'
import type { Db } from '../../platform/db/db.ts'

export async function recordWorkKind(
  db: Db,
  programmeId: string,
  kind: { key: string; nameJa: string; nameEn: string; withholding: string },
): Promise<string> {
  const values = { name_ja: kind.nameJa, name_en: kind.nameEn, withholding: kind.withholding }
  const { id } = await db
    .insertInto('orders.work_kind')
    .values({ programme_id: programmeId, id: newId(), key: kind.key, ...values })
    .onConflict((conflict) => conflict.columns(['programme_id', 'key']).doUpdateSet(values))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The kinds of work by their keys, with how many packages are of each. */
export async function listWorkKinds(db: Db) {
  const rows = await db
    .selectFrom('orders.work_kind as k')
    .select(['k.id', 'k.key', 'k.name_ja', 'k.name_en', 'k.withholding'])
    .select((e) =>
      e
        .selectFrom('orders.package as p')
        .whereRef('p.programme_id', '=', 'k.programme_id')
        .whereRef('p.work_kind_id', '=', 'k.id')
        .select((f) => f.fn.countAll<number>().as('count'))
        .as('package_count'),
    )
    .orderBy('k.key')
    .limit(500)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    key: row.key,
    nameJa: row.name_ja,
    nameEn: row.name_en,
    withholding: withholdingOf(row.withholding),
    packageCount: row.package_count ?? 0,
  }))
}

const withholdingOf = (stored: string): 'subject' | 'not-subject' | 'undecided' =>
  stored === 'subject' || stored === 'not-subject' ? stored : 'undecided'
