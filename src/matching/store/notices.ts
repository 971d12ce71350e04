import type { Db } from '../../platform/db/db.ts'

export { holdersOf } from '../../programme/store/holders.ts'

export async function nameOfWorker(db: Db, workerId: string): Promise<string> {
  const row = await db.selectFrom('people.worker').select('display_name').where('id', '=', workerId).executeTakeFirst()
  return row?.display_name ?? ''
}

export async function titleOfPackage(db: Db, packageId: string): Promise<string> {
  const row = await db.selectFrom('orders.package').select('title').where('id', '=', packageId).executeTakeFirst()
  return row?.title ?? ''
}
