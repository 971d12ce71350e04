import type { Db } from '../../platform/db/db.ts'

export { holdersOf } from '../../programme/store/holders.ts'

export async function nameOfWorker(db: Db, workerId: string): Promise<string> {
  const row = await db.selectFrom('people.worker').select('displayName').where('id', '=', workerId).executeTakeFirst()
  return row?.displayName ?? ''
}

export async function titleOfPackage(db: Db, packageId: string): Promise<string> {
  const row = await db.selectFrom('orders.package').select('title').where('id', '=', packageId).executeTakeFirst()
  return row?.title ?? ''
}
