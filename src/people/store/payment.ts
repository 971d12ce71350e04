import { newId, type ActionContext } from '../../platform/action.ts'
import type { Db } from '../../platform/db/db.ts'

interface BankAccount {
  bankCode: string
  bankName: string
  branchCode: string
  branchName: string
  accountType: 'ordinary' | 'current' | 'savings' | 'other'
  accountNumber: string
  holderKana: string
  /** Why the holder is somebody else than the person. */
  holderReason: string
}

/** A new account is a new row: the earlier ones stay, because money has gone to them. */
export async function insertBankAccount(
  { db, programmeId, actor, now }: ActionContext,
  workerId: string,
  account: BankAccount,
): Promise<string> {
  const id = newId(now.getTime())
  await db
    .insertInto('people.bank_account')
    .values({ ...account, programmeId, id, workerId, recordedBy: actor.userId, recordedAt: now.toISOString() })
    .execute()
  return id
}

/** The account to which money goes now. */
export const currentBankAccount = (db: Db, workerId: string) =>
  db
    .selectFrom('people.bank_account')
    .select([
      'id',
      'bankCode',
      'bankName',
      'branchCode',
      'branchName',
      'accountType',
      'accountNumber',
      'holderKana',
      'holderReason',
      'recordedAt',
    ])
    .where('workerId', '=', workerId)
    .orderBy('recordedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()

export const listInvoiceRegistrations = (db: Db, workerId: string) =>
  db
    .selectFrom('people.invoice_registration')
    .select(['id', 'number', 'validFrom', 'validTo'])
    .where('workerId', '=', workerId)
    .orderBy('validFrom', 'desc')
    .limit(50)
    .execute()

export const lockInvoiceRegistration = (db: Db, id: string) =>
  db.selectFrom('people.invoice_registration').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

export async function insertInvoiceRegistration(
  { db, programmeId, now }: ActionContext,
  workerId: string,
  registration: { number: string; validFrom: string },
): Promise<string> {
  const id = newId(now.getTime())
  await db
    .insertInto('people.invoice_registration')
    .values({ ...registration, programmeId, id, workerId, recordedAt: now.toISOString() })
    .execute()
  return id
}

export async function endInvoiceRegistrationOn(db: Db, id: string, validTo: string): Promise<void> {
  await db.updateTable('people.invoice_registration').set({ validTo }).where('id', '=', id).execute()
}
