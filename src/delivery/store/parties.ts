import { sql } from 'kysely'
import type { Db } from '../../platform/db/db.ts'
import type { PaperParty } from '../../platform/pdf/paper.ts'
import type { OrderWithClient } from './clients.ts'

/** The operator as the issuer of papers. */
export async function operatorParty(db: Db): Promise<PaperParty> {
  const programme = await db
    .selectFrom('programme.programme')
    .select(['operator_name', 'operator_address', 'operator_contact'])
    .where(sql<boolean>`programme_id = platform.tenant()`)
    .executeTakeFirstOrThrow()
  return {
    name: programme.operator_name,
    honorific: '御中',
    postalCode: null,
    address: programme.operator_address || null,
    phone: null,
    email: null,
    attention: programme.operator_contact || null,
  }
}

export const clientParty = (order: OrderWithClient): PaperParty => ({
  name: order.client_name,
  honorific: '御中',
  postalCode: null,
  address: order.postal_address || null,
  phone: null,
  email: null,
  attention: order.contact_name || null,
})
