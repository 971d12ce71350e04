import type { Db } from '../../platform/db/db.ts'

export async function setPairRule(
  db: Db,
  rule: {
    programmeId: string
    workerId: string
    packageId: string
    rule: 'pinned' | 'forbidden'
    units: number | null
    by: string
    now: Date
  },
): Promise<void> {
  const values = { rule: rule.rule, units: rule.units, setBy: rule.by, setAt: rule.now.toISOString() }
  await db
    .insertInto('matching.pair_rule')
    .values({ programmeId: rule.programmeId, workerId: rule.workerId, packageId: rule.packageId, ...values })
    .onConflict((c) => c.columns(['programmeId', 'workerId', 'packageId']).doUpdateSet(values))
    .execute()
}

export async function removePairRule(db: Db, workerId: string, packageId: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('matching.pair_rule')
    .where('workerId', '=', workerId)
    .where('packageId', '=', packageId)
    .executeTakeFirst()
  return Number(numDeletedRows) === 1
}

/** Whether both records exist in this programme. */
export async function doBothExist(db: Db, workerId: string, packageId: string): Promise<boolean> {
  const worker = await db.selectFrom('people.worker').select('id').where('id', '=', workerId).executeTakeFirst()
  const work = await db.selectFrom('orders.package').select('id').where('id', '=', packageId).executeTakeFirst()
  return worker !== undefined && work !== undefined
}
