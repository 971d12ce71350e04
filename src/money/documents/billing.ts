import { z } from 'zod'
import { paperDate, paperYen } from '../../platform/pdf/paper.ts'
import { formatWarekiShort } from '../../units/wareki.ts'
import { addYen, formatYen, groupDigits, sumYen, type Yen } from '../../units/yen.ts'

/** What statements and invoices have in common: lines without tax, and the tax of each rate rounded once. */
export const billingLine = z.object({
  suppliedOn: paperDate,
  description: z.string(),
  orderNumber: z.string().nullable(),
  /** Null prints no quantity and no unit price. */
  quantity: z.object({ count: z.number(), unit: z.string(), unitPriceYen: paperYen }).nullable(),
  /** Without tax. */
  amountYen: paperYen,
  taxRatePercent: z.number(),
  /** True marks the line with ※ as under the reduced rate (軽減税率). */
  reducedRate: z.boolean(),
})
type BillingLine = z.output<typeof billingLine>

const billingTax = z.object({ ratePercent: z.number(), baseYen: paperYen, taxYen: paperYen })

export const billingSums = z.object({
  subtotalYen: paperYen,
  taxes: z.array(billingTax),
  totalYen: paperYen,
})
export type BillingSums = z.output<typeof billingSums>

/** A document whose sums disagree must not be issued: throws a RangeError that names the first difference. */
export function refuseWrongSums(lines: readonly BillingLine[], sums: BillingSums): void {
  for (const tax of sums.taxes) {
    const base = sumYen(lines.filter((line) => line.taxRatePercent === tax.ratePercent).map((line) => line.amountYen))
    refuseDifference(`the lines at ${tax.ratePercent}%`, base, tax.baseYen)
  }
  refuseDifference('all lines', sumYen(lines.map((line) => line.amountYen)), sums.subtotalYen)
  refuseDifference('subtotal and tax', addYen(sums.subtotalYen, sumYen(sums.taxes.map((tax) => tax.taxYen))), sums.totalYen)
}

export function refuseDifference(what: string, computed: Yen, stated: Yen): void {
  if (computed !== stated) throw new RangeError(`${what} add up to ${computed} yen, the document says ${stated}`)
}

export function printedLine(line: BillingLine) {
  const { quantity } = line
  return {
    suppliedOn: formatWarekiShort(line.suppliedOn),
    description: line.description,
    orderNumber: line.orderNumber ?? '',
    quantity: quantity === null ? '' : `${groupDigits(String(quantity.count))} ${quantity.unit}`,
    unitPrice: quantity === null ? '' : formatYen(quantity.unitPriceYen, 'ja'),
    amount: formatYen(line.amountYen, 'ja'),
    rate: `${line.taxRatePercent}%${line.reducedRate ? '※' : ''}`,
  }
}

export const bankAccount = z.object({
  bankName: z.string(),
  branchName: z.string(),
  accountType: z.enum(['ordinary', 'current', 'savings', 'other']),
  accountNumber: z.string(),
  /** As registered with the bank, in kana. */
  holder: z.string(),
})
export type BankAccount = z.output<typeof bankAccount>

const accountTypes = { ordinary: '普通', current: '当座', savings: '貯蓄', other: 'その他' } as const

export function printedAccount(account: BankAccount): string {
  const { bankName, branchName, accountType, accountNumber, holder } = account
  return `${bankName} ${branchName}　${accountTypes[accountType]} ${accountNumber}　${holder}`
}

/** An account of which only the last digits are known: enough for its owner, too little for anyone else. */
export const maskedAccount = bankAccount.extend({ accountNumber: z.string().regex(/^\*{4}[0-9]{3}$/) })
type MaskedAccount = z.output<typeof maskedAccount>

/** Hides all but the last three digits, so that the whole number is neither printed nor stored with the document. */
export function maskAccount(account: BankAccount): MaskedAccount {
  return { ...account, accountNumber: `****${account.accountNumber.padStart(3, '0').slice(-3)}` }
}
