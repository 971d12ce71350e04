import type { Db } from '../../platform/db/db.ts'

/** What workers of a package wrote that nobody who leads has opened, by worker. */
export async function unreadOfPackage(db: Db, packageId: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('orders.message')
    .select((e) => ['workerId', e.fn.countAll<number>().as('count')])
    .where('packageId', '=', packageId)
    .where('fromWorker', '=', true)
    .where('readAt', 'is', null)
    .groupBy('workerId')
    .execute()
  return new Map(rows.map(({ workerId, count }) => [workerId, count]))
}
