import { sql } from 'kysely'
import type { Db } from '../../platform/db/db.ts'
import { bankDirectory, bankKana } from '../../people/rules/bank-directory.ts'
import { toZenginKana } from '../../people/rules/account-holder-kana.ts'
import type { CalendarDate } from '../../units/calendar-date.ts'
import type { Fault } from '../../platform/contract.ts'
import { checkInvoiceNumber } from '../../people/rules/invoice-number.ts'
import type { OperatorToCheck } from '../../programme/store/operator-check.ts'
import { yen } from '../../units/yen.ts'
import { writeZengin, zenginFaults, type ZenginFile, type ZenginPlace, type ZenginResult } from '../rules/zengin.ts'
import type { PaymentRow } from './transfers.ts'

interface OperatorAccount {
  requesterCode: string
  requesterKana: string
  bankCode: string
  bankName: string
  branchCode: string
  branchName: string
  accountType: 'ordinary' | 'current' | 'savings' | 'other'
  accountNumber: string
}

/** The account that the operator pays from, or null before it is set up; and the operator's registration number. */
export async function operatorAccount(db: Db): Promise<{ account: OperatorAccount | null; invoiceNumber: string | null }> {
  const { rows } = await sql<{ account: OperatorAccount | null; number: string | null }>`
    select case when bank_account ?& array['requesterCode', 'requesterKana', 'bankCode', 'branchCode', 'accountType', 'accountNumber']
                then bank_account end as account,
           operator_invoice_number as number
    from programme.programme where programme_id = platform.tenant()`.execute(db)
  return { account: rows[0]?.account ?? null, invoiceNumber: rows[0]?.number ?? null }
}

const nameLength = 15

/** Names are for the eye: banks read the code, so a name that does not fit is left out. */
function placesOf(bankCode: string, branchCode: string): { bank: ZenginPlace; branch: ZenginPlace } {
  const kana = bankKana(bankCode, branchCode)
  const fitting = (text: string | undefined): string => (text !== undefined && toZenginKana(text, 'bank', nameLength).ok ? text : '')
  return { bank: { code: bankCode, name: fitting(kana?.bank) }, branch: { code: branchCode, name: fitting(kana?.branch) } }
}

const operatorPaths: Readonly<Record<string, string>> = {
  code: 'requesterCode',
  name: 'requesterKana',
  bank: 'bankCode',
  branch: 'branchCode',
  accountType: 'accountType',
  accountNumber: 'accountNumber',
}
const operatorCodes: Readonly<Record<string, string>> = {
  kana: 'bank-kana',
  'unknown-bank': 'unknown-bank',
  'unknown-branch': 'unknown-branch',
}

/** What an invoice or a bank file would refuse of the operator's own data, by the fields of the set-up. */
export function faultsOfOperator({ bankAccount, operatorInvoiceNumber }: OperatorToCheck): Fault[] {
  const number: Fault[] =
    operatorInvoiceNumber !== null && checkInvoiceNumber(operatorInvoiceNumber, 'corporation') === 'error'
      ? [{ path: 'operatorInvoiceNumber', code: 'invoice-number-digit' }]
      : []
  if (bankAccount === null) return number
  const { requesterCode, requesterKana, bankCode, branchCode, accountType, accountNumber } = bankAccount
  const requester = { code: requesterCode, name: requesterKana, ...placesOf(bankCode, branchCode), accountType, accountNumber }
  const faults = zenginFaults({ valueOn: undefined, requester, payments: undefined }, bankDirectory)
  // One word a field is enough, whatever many signs of a name are wrong.
  const byField = new Map(
    faults.map((fault) => [operatorPaths[String(fault.path[1])] ?? 'requesterCode', operatorCodes[fault.code] ?? 'bank-field']),
  )
  return [...number, ...[...byField].map(([field, code]) => ({ path: `bankAccount.${field}`, code }))]
}

/** The bank file of these payments, or everything that stands against it. */
export function bankFileOf(
  account: OperatorAccount,
  valueOn: CalendarDate,
  payments: readonly PaymentRow[],
  duplicatesSeen = false,
): ZenginResult {
  const file: ZenginFile = {
    valueOn,
    duplicatesSeen,
    separator: 'crlf',
    requester: {
      code: account.requesterCode,
      name: account.requesterKana,
      ...placesOf(account.bankCode, account.branchCode),
      accountType: account.accountType,
      accountNumber: account.accountNumber,
    },
    payments: payments.map((row) => ({
      ...placesOf(row.bankCode, row.branchCode),
      accountType: row.accountType,
      accountNumber: row.accountNumber,
      holder: row.holderKana,
      amountYen: yen(row.netYen),
      newCode: row.newCode,
      customerCode1: String(row.workerNumber).padStart(10, '0'),
      customerCode2: valueOn.replaceAll('-', '').padStart(10, '0'),
      edi: null,
    })),
  }
  return writeZengin(file, bankDirectory)
}
