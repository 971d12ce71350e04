import { sql } from 'kysely'
import type { Db } from '../../platform/db/db.ts'

/** Erases where money went to of a person who was anonymised; amounts and days stay. The database asks whether it is so. */
export async function eraseAccountsOf(db: Db, workerId: string): Promise<void> {
  await sql`select money.erase_accounts(${workerId}::uuid), money.erase_registrations(${workerId}::uuid)`.execute(db)
}
