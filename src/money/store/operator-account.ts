import { sql } from 'kysely'
import type { Db } from '../../platform/db/db.ts'
import { operatorAccountSchema } from '../../programme/contract.ts'
import { bankDirectory, bankKana } from '../../people/rules/bank-directory.ts'
import { toZenginKana } from '../../people/rules/account-holder-kana.ts'
import type { CalendarDate } from '../../units/calendar-date.ts'
import { yen } from '../../units/yen.ts'
import { writeZengin, type ZenginFile, type ZenginPlace, type ZenginResult } from '../rules/zengin.ts'
import type { PaymentRow } from './transfers.ts'

/** The account that the operator pays from, or null before it is set up. */
export async function operatorAccount(db: Db) {
  const { rows } = await sql<{ bank_account: unknown; operator_invoice_number: string | null }>`
    select bank_account, operator_invoice_number from programme.programme where programme_id = platform.tenant()`.execute(db)
  const account = operatorAccountSchema.safeParse(rows[0]?.bank_account).data
  return { account: account ?? null, invoiceNumber: rows[0]?.operator_invoice_number ?? null }
}
type Account = NonNullable<Awaited<ReturnType<typeof operatorAccount>>['account']>

const nameLength = 15

/** Names are for the eye: banks read the code, so a name that does not fit is left out. */
function placesOf(bankCode: string, branchCode: string): { bank: ZenginPlace; branch: ZenginPlace } {
  const kana = bankKana(bankCode, branchCode)
  const fitting = (text: string | undefined): string => (text !== undefined && toZenginKana(text, 'bank', nameLength).ok ? text : '')
  return { bank: { code: bankCode, name: fitting(kana?.bank) }, branch: { code: branchCode, name: fitting(kana?.branch) } }
}

/** The bank file of these payments, or everything that stands against it. */
export function bankFileOf(account: Account, valueOn: CalendarDate, payments: readonly PaymentRow[]): ZenginResult {
  const file: ZenginFile = {
    valueOn,
    separator: 'crlf',
    requester: { code: account.requesterCode, name: account.requesterKana, ...placesOf(account.bankCode, account.branchCode), accountType: account.accountType, accountNumber: account.accountNumber },
    payments: payments.map((row) => ({
      ...placesOf(row.bank_code, row.branch_code),
      accountType: row.account_type,
      accountNumber: row.account_number,
      holder: row.holder_kana,
      amountYen: yen(row.net_yen),
      newCode: '0',
      customerCode1: String(row.worker_number).padStart(10, '0'),
      customerCode2: valueOn.replaceAll('-', '').padStart(10, '0'),
      edi: null,
    })),
  }
  return writeZengin(file, bankDirectory)
}
