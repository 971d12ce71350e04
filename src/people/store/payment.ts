import { newId, type ActionContext } from '../../platform/action.ts'
import type { Db } from '../../platform/db/db.ts'

export interface BankAccount {
  bankCode: string
  bankName: string
  branchCode: string
  branchName: string
  accountType: string
  accountNumber: string
  holderKana: string
}

/** A new account is a new row: the earlier ones stay, because money has gone to them. */
export async function insertBankAccount({ db, programmeId, now }: ActionContext, workerId: string, account: BankAccount): Promise<void> {
  await db
    .insertInto('people.bank_account')
    .values({
      programme_id: programmeId,
      id: newId(now.getTime()),
      worker_id: workerId,
      bank_code: account.bankCode,
      bank_name: account.bankName,
      branch_code: account.branchCode,
      branch_name: account.branchName,
      account_type: account.accountType,
      account_number: account.accountNumber,
      holder_kana: account.holderKana,
      recorded_at: now.toISOString(),
    })
    .execute()
}

/** The account to which money goes now. */
export const currentBankAccount = (db: Db, workerId: string) =>
  db
    .selectFrom('people.bank_account')
    .selectAll()
    .where('worker_id', '=', workerId)
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()

export const listInvoiceRegistrations = (db: Db, workerId: string) =>
  db
    .selectFrom('people.invoice_registration')
    .selectAll()
    .where('worker_id', '=', workerId)
    .orderBy('valid_from', 'desc')
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
    .values({
      programme_id: programmeId,
      id,
      worker_id: workerId,
      number: registration.number,
      valid_from: registration.validFrom,
      recorded_at: now.toISOString(),
    })
    .execute()
  return id
}

export async function endInvoiceRegistrationOn(db: Db, id: string, validTo: string): Promise<void> {
  await db.updateTable('people.invoice_registration').set({ valid_to: validTo }).where('id', '=', id).execute()
}
