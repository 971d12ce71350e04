import { type KanaFault, type KanaResult, type ZenginField, toZenginKana } from '../../people/rules/account-holder-kana.ts'
import { type AccountType, accountTypeDigits, isAccountNumber, isBankCode, isBranchCode } from '../../people/rules/bank-account.ts'
import type { BankDirectory } from '../../people/rules/bank-directory.ts'
import { isBankDay, isWithinHolidayTable } from '../../units/business-day.ts'
import type { CalendarDate } from '../../units/calendar-date.ts'
import type { Yen } from '../../units/yen.ts'

/**
 * The bank file of a 総合振込 (種別コード 21): 全銀協 適用業務及びレコード・フォーマット, 2019-12, 8章. Records of 120 bytes in JIS X 0201, one
 * header, the payments, one trailer, one end record.
 */
export type ZenginFile = {
  readonly valueOn: CalendarDate
  readonly separator: 'crlf' | 'none'
  readonly requester: ZenginRequester
  readonly payments: readonly ZenginPayment[]
  /** Somebody has looked at the payments that repeat an account and an amount. */
  readonly duplicatesSeen?: boolean
}

/** `name` may be empty: banks read the code. */
export type ZenginPlace = { readonly code: string; readonly name: string }

type ZenginAccount = {
  readonly bank: ZenginPlace
  readonly branch: ZenginPlace
  readonly accountType: AccountType
  readonly accountNumber: string
}

/** `code` is the 振込依頼人コード that the bank gives, at most ten digits. */
type ZenginRequester = ZenginAccount & { readonly code: string; readonly name: string }

/** `newCode`: 1 first transfer, 2 changed account, 0 otherwise. `edi` takes the place of both customer codes. */
export type ZenginPayment = ZenginAccount & {
  readonly holder: string
  readonly amountYen: Yen
  readonly newCode: string
  readonly customerCode1: string
  readonly customerCode2: string
  readonly edi: string | null
}

export const zenginLimits = { payments: 999_999, totalYen: 999_999_999_999, amountYen: 9_999_999_999 } as const

const lengths = { requesterName: 40, bankName: 15, branchName: 15, holder: 30, edi: 20 } as const

type ZenginPath = readonly (string | number)[]

/** Why the file cannot be written; `path` leads to the place in the input. */
export type ZenginFault = { readonly path: ZenginPath } & (
  | {
      readonly code:
        | 'not-a-bank-day'
        | 'outside-holiday-table'
        | 'requester-code'
        | 'requester-savings'
        | 'bank-code'
        | 'branch-code'
        | 'account-number'
    }
  | { readonly code: 'new-code' | 'customer-code' | 'no-payments' | 'too-many-payments' | 'transfer-amount' | 'transfer-total' }
  | { readonly code: 'unknown-bank'; readonly bankCode: string }
  | { readonly code: 'unknown-branch'; readonly bankCode: string; readonly branchCode: string }
  | { readonly code: 'duplicate-payment'; readonly first: number }
  | { readonly code: 'kana'; readonly fault: KanaFault }
)

/** A record of which some parts could not be read; what is there is still checked. */
type Unread<Record> = {
  readonly [Key in keyof Record]: Record[Key] extends ZenginPlace ? Unread<ZenginPlace> | undefined : Record[Key] | undefined
}

type ZenginDraft = {
  readonly valueOn: CalendarDate | undefined
  readonly requester: Unread<ZenginRequester> | undefined
  readonly payments: readonly Unread<ZenginPayment>[] | undefined
  readonly duplicatesSeen?: boolean
}

/** What the checks look things up in. Names come back thousands of times, so each is converted once. */
type Books = { readonly directory: BankDirectory; readonly kana: (text: string, field: ZenginField, limit: number) => KanaResult }

function openBooks(directory: BankDirectory): Books {
  const known = new Map<string, KanaResult>()
  const kana: Books['kana'] = (text, field, limit) => {
    const key = `${field}${limit} ${text}`
    const result = known.get(key) ?? toZenginKana(text, field, limit)
    known.set(key, result)
    return result
  }
  return { directory, kana }
}

/** Everything that stands against writing the file, in the order of the input. */
export function zenginFaults(draft: ZenginDraft, directory: BankDirectory): readonly ZenginFault[] {
  return faultsOf(draft, openBooks(directory))
}

function faultsOf(draft: ZenginDraft, books: Books): readonly ZenginFault[] {
  const payments = draft.payments ?? []
  const faults = [...valueDateFaults(draft.valueOn)]
  if (draft.requester) faults.push(...requesterFaults(draft.requester, books))
  if (draft.payments?.length === 0) faults.push({ path: ['payments'], code: 'no-payments' })
  if (payments.length > zenginLimits.payments) faults.push({ path: ['payments'], code: 'too-many-payments' })
  for (const [index, payment] of payments.entries()) {
    for (const fault of paymentFaults(payment, ['payments', index], books)) faults.push(fault)
  }
  if (!draft.duplicatesSeen) for (const fault of duplicateFaults(payments)) faults.push(fault)
  const total = payments.reduce((sum, payment) => sum + BigInt(payment.amountYen ?? 0), 0n)
  if (total > BigInt(zenginLimits.totalYen)) faults.push({ path: ['payments'], code: 'transfer-total' })
  return faults
}

function valueDateFaults(valueOn: CalendarDate | undefined): readonly ZenginFault[] {
  if (valueOn === undefined) return []
  if (!isWithinHolidayTable(valueOn)) return [{ path: ['valueOn'], code: 'outside-holiday-table' }]
  return isBankDay(valueOn) ? [] : [{ path: ['valueOn'], code: 'not-a-bank-day' }]
}

function requesterFaults(requester: Unread<ZenginRequester>, books: Books): readonly ZenginFault[] {
  const path = ['requester']
  const { code, name } = requester
  return [
    ...(code === undefined || /^[0-9]{1,10}$/.test(code) ? [] : [{ path: [...path, 'code'], code: 'requester-code' } as const]),
    ...(name === undefined ? [] : kanaFaults(name, 'name', lengths.requesterName, [...path, 'name'], books)),
    ...accountFaults(requester, path, books),
    ...(requester.accountType === 'savings' ? [{ path: [...path, 'accountType'], code: 'requester-savings' } as const] : []),
  ]
}

function paymentFaults(payment: Unread<ZenginPayment>, path: ZenginPath, books: Books): readonly ZenginFault[] {
  const { amountYen, edi, holder, newCode } = payment
  const faults: ZenginFault[] = [...accountFaults(payment, path, books)]
  if (holder !== undefined) faults.push(...kanaFaults(holder, 'name', lengths.holder, [...path, 'holder'], books))
  if (amountYen !== undefined && (amountYen < 1 || amountYen > zenginLimits.amountYen)) {
    faults.push({ path: [...path, 'amountYen'], code: 'transfer-amount' })
  }
  if (newCode !== undefined && !/^[012]$/.test(newCode)) faults.push({ path: [...path, 'newCode'], code: 'new-code' })
  for (const key of ['customerCode1', 'customerCode2'] as const) {
    const code = payment[key]
    if (code !== undefined && !/^[0-9]{0,10}$/.test(code)) faults.push({ path: [...path, key], code: 'customer-code' })
  }
  if (typeof edi === 'string') faults.push(...kanaFaults(edi, 'edi', lengths.edi, [...path, 'edi'], books))
  return faults
}

function accountFaults(account: Unread<ZenginAccount>, path: ZenginPath, books: Books): readonly ZenginFault[] {
  const { accountNumber, bank, branch } = account
  const { directory } = books
  const faults: ZenginFault[] = []
  const bankCode = bank?.code
  if (bankCode !== undefined && !isBankCode(bankCode)) faults.push({ path: [...path, 'bank', 'code'], code: 'bank-code' })
  else if (bankCode !== undefined && directory.bankName(bankCode) === null) {
    faults.push({ path: [...path, 'bank', 'code'], code: 'unknown-bank', bankCode })
  }
  if (bank?.name) faults.push(...kanaFaults(bank.name, 'bank', lengths.bankName, [...path, 'bank', 'name'], books))
  if (branch?.code !== undefined) faults.push(...branchFaults(bankCode, branch.code, [...path, 'branch', 'code'], directory))
  if (branch?.name) faults.push(...kanaFaults(branch.name, 'bank', lengths.branchName, [...path, 'branch', 'name'], books))
  if (accountNumber !== undefined && !isAccountNumber(accountNumber))
    faults.push({ path: [...path, 'accountNumber'], code: 'account-number' })
  return faults
}

function branchFaults(
  bankCode: string | undefined,
  branchCode: string,
  path: ZenginPath,
  directory: BankDirectory,
): readonly ZenginFault[] {
  if (!isBranchCode(branchCode)) return [{ path, code: 'branch-code' }]
  const unknown = bankCode !== undefined && directory.bankName(bankCode) !== null && directory.branchName(bankCode, branchCode) === null
  return unknown ? [{ path, code: 'unknown-branch', bankCode, branchCode }] : []
}

function kanaFaults(text: string, field: ZenginField, limit: number, path: ZenginPath, books: Books): readonly ZenginFault[] {
  const result = books.kana(text, field, limit)
  return result.ok ? [] : result.faults.map((fault) => ({ path, code: 'kana', fault }))
}

/** The same amount to the same account on the same day is taken for a slip: nobody may be paid twice. */
function duplicateFaults(payments: readonly Unread<ZenginPayment>[]): readonly ZenginFault[] {
  const seen = new Map<string, number>()
  const faults: ZenginFault[] = []
  for (const [index, { accountNumber, accountType, amountYen, bank, branch }] of payments.entries()) {
    const parts = [bank?.code, branch?.code, accountType, accountNumber?.padStart(7, '0'), amountYen]
    if (parts.includes(undefined)) continue
    const key = parts.join(' ')
    const first = seen.get(key)
    if (first === undefined) seen.set(key, index)
    else faults.push({ path: ['payments', index], code: 'duplicate-payment', first })
  }
  return faults
}

/** What a bank wants where banks differ: 手形交換所番号 and 振込指定区分. */
type ZenginBankSettings = { readonly clearingHouse: '0000' | '    '; readonly transferDesignation: '7' | '8' | '0' | ' ' }

const defaultBankSettings: ZenginBankSettings = { clearingHouse: '0000', transferDesignation: '7' }

export type ZenginResult =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly faults: readonly ZenginFault[] }

/** Writes the file, or says everything that stands against it. The same input gives the same bytes. */
export function writeZengin(file: ZenginFile, directory: BankDirectory, settings = defaultBankSettings): ZenginResult {
  const books = openBooks(directory)
  const faults = faultsOf(file, books)
  if (faults.length > 0) return { ok: false, faults }
  const header = headerRecord(file, books)
  const data = file.payments.map((payment) => dataRecord(payment, settings, books))
  const records = [header, ...data, trailerRecord(file.payments), '9'.padEnd(120)]
  const separator = file.separator === 'crlf' ? '\r\n' : ''
  return { ok: true, bytes: jisBytes(records.map((record) => record + separator).join('')) }
}

function headerRecord({ requester, valueOn }: ZenginFile, books: Books): string {
  return [
    '1',
    '21',
    '0',
    digits(requester.code, 10),
    kana(requester.name, 'name', lengths.requesterName, books),
    valueOn.slice(5, 7) + valueOn.slice(8, 10),
    requester.bank.code,
    kana(requester.bank.name, 'bank', lengths.bankName, books),
    requester.branch.code,
    kana(requester.branch.name, 'bank', lengths.branchName, books),
    accountTypeDigits[requester.accountType],
    digits(requester.accountNumber, 7),
    ' '.repeat(17),
  ].join('')
}

function dataRecord(payment: ZenginPayment, settings: ZenginBankSettings, books: Books): string {
  return [
    '2',
    payment.bank.code,
    kana(payment.bank.name, 'bank', lengths.bankName, books),
    payment.branch.code,
    kana(payment.branch.name, 'bank', lengths.branchName, books),
    settings.clearingHouse,
    accountTypeDigits[payment.accountType],
    digits(payment.accountNumber, 7),
    kana(payment.holder, 'name', lengths.holder, books),
    digits(String(payment.amountYen), 10),
    payment.newCode,
    payment.edi === null
      ? digits(payment.customerCode1, 10) + digits(payment.customerCode2, 10)
      : kana(payment.edi, 'edi', lengths.edi, books),
    settings.transferDesignation,
    payment.edi === null ? ' ' : 'Y',
    ' '.repeat(7),
  ].join('')
}

function trailerRecord(payments: readonly ZenginPayment[]): string {
  const total = payments.reduce((sum, payment) => sum + payment.amountYen, 0)
  return `8${digits(String(payments.length), 6)}${digits(String(total), 12)}`.padEnd(120)
}

function digits(text: string, length: number): string {
  return text.padStart(length, '0')
}

function kana(text: string, field: ZenginField, length: number, books: Books): string {
  if (text === '') return ' '.repeat(length)
  const result = books.kana(text, field, length)
  if (!result.ok) throw new RangeError(`unchecked kana: ${text}`)
  return result.kana.padEnd(length)
}

/** JIS X 0201 of text that holds only permitted characters: ASCII as it is, half-width kana from 0xA1. */
function jisBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length)
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    bytes[index] = unit < 0x80 ? unit : unit - 0xff61 + 0xa1
  }
  return bytes
}
