import { newId } from '../../platform/action.ts'
import type { Db } from '../../platform/db/db.ts'

export async function recordWorkKind(
  db: Db,
  programmeId: string,
  kind: { key: string; nameJa: string; nameEn: string; withholding: string },
): Promise<string> {
  const values = { nameJa: kind.nameJa, nameEn: kind.nameEn, withholding: kind.withholding }
  const { id } = await db
    .insertInto('orders.work_kind')
    .values({ programmeId, id: newId(), key: kind.key, ...values })
    .onConflict((conflict) => conflict.columns(['programmeId', 'key']).doUpdateSet(values))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The kinds of work by their keys, with how many packages are of each. */
export async function listWorkKinds(db: Db) {
  const rows = await db
    .selectFrom('orders.work_kind as k')
    .select(['k.id', 'k.key', 'k.nameJa', 'k.nameEn', 'k.withholding'])
    .select((e) =>
      e
        .selectFrom('orders.package as p')
        .whereRef('p.programmeId', '=', 'k.programmeId')
        .whereRef('p.workKindId', '=', 'k.id')
        .select((f) => f.fn.countAll<number>().as('count'))
        .as('packageCount'),
    )
    .orderBy('k.key')
    .limit(500)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    key: row.key,
    nameJa: row.nameJa,
    nameEn: row.nameEn,
    withholding: withholdingOf(row.withholding),
    packageCount: row.packageCount ?? 0,
  }))
}

const withholdingOf = (stored: string): 'subject' | 'not-subject' | 'undecided' =>
  stored === 'subject' || stored === 'not-subject' ? stored : 'undecided'
