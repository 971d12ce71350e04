import type { Db } from '../../platform/db/db.ts'
import { sameTenant } from '../../platform/db/listing.ts'

/** Whether all of these packages belong to orders whose repairs are sent without asking a director. */
export async function areRepairsSent(db: Db, packageIds: readonly string[]): Promise<boolean> {
  if (packageIds.length === 0) return false
  const waits = await db
    .selectFrom('orders.package as p')
    .innerJoin('orders.client_order as o', (join) => sameTenant(join, 'o.id', 'p.orderId'))
    .select('p.id')
    .where('p.id', 'in', [...packageIds])
    .where('o.repairsAreSent', '=', false)
    .limit(1)
    .executeTakeFirst()
  return waits === undefined
}
