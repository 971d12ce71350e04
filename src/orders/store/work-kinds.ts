import { newId } from '../../platform/action.ts'
import type { Db } from '../../platform/db/db.ts'

export async function recordWorkKind(
  db: Db,
  programmeId: string,
  {
    key,
    ...values
  }: { key: string; nameJa: string; nameEn: string; withholding: 'subject' | 'not-subject' | 'undecided'; paymentCategory: string },
): Promise<string> {
  const { id } = await db
    .insertInto('orders.work_kind')
    .values({ programmeId, id: newId(), key, ...values })
    .onConflict((conflict) => conflict.columns(['programmeId', 'key']).doUpdateSet(values))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The kinds of work by their keys, with how many packages are of each. */
export async function listWorkKinds(db: Db) {
  const rows = await db
    .selectFrom('orders.work_kind as k')
    .select(['k.id', 'k.key', 'k.nameJa', 'k.nameEn', 'k.withholding', 'k.paymentCategory'])
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
  return rows.map((row) => ({ ...row, packageCount: row.packageCount ?? 0 }))
}
