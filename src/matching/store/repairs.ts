import type { Db } from '../../platform/db/db.ts'

/** Whether all of these packages belong to orders whose repairs are sent without asking a director. */
export async function areRepairsSent(db: Db, packageIds: readonly string[]): Promise<boolean> {
  if (packageIds.length === 0) return false
  const waits = await db
    .selectFrom('orders.package as p')
    .innerJoin('orders.client_order as o', (join) => join.onRef('o.programme_id', '=', 'p.programme_id').onRef('o.id', '=', 'p.order_id'))
    .select('p.id')
    .where('p.id', 'in', [...packageIds])
    .where('o.repairs_are_sent', '=', false)
    .limit(1)
    .executeTakeFirst()
  return waits === undefined
}
