import { sql } from 'kysely'
import type { Db } from '../../platform/db/db.ts'
import type { PaperParty } from '../../platform/pdf/paper.ts'
import type { OrderWithClient } from './clients.ts'

/** The operator as the issuer of papers. */
export async function operatorParty(db: Db): Promise<PaperParty> {
  const programme = await db
    .selectFrom('programme.programme')
    .select(['operatorName', 'operatorAddress', 'operatorContact'])
    .where(sql<boolean>`programme_id = platform.tenant()`)
    .executeTakeFirstOrThrow()
  return {
    name: programme.operatorName,
    honorific: '御中',
    postalCode: null,
    address: programme.operatorAddress || null,
    phone: null,
    email: null,
    attention: programme.operatorContact || null,
  }
}

export const clientParty = (order: OrderWithClient): PaperParty => ({
  name: order.clientName,
  honorific: '御中',
  postalCode: null,
  address: order.postalAddress || null,
  phone: null,
  email: null,
  attention: order.contactName || null,
})
