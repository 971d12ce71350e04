import type { CalendarDate } from '../../units/calendar-date.ts';
import { formatWarekiShort } from '../../units/wareki.ts';
import { addYen, formatYen, groupDigits, sumYen, type Yen } from '../../units/yen.ts';

/** What statements and invoices have in common: lines without tax, and the tax of each rate rounded once. */
export type BillingLine = {
  readonly suppliedOn: CalendarDate;
  readonly description: string;
  readonly orderNumber: string | null;
  /** Null prints no quantity and no unit price. */
  readonly quantity: { readonly count: number; readonly unit: string; readonly unitPriceYen: Yen } | null;
  /** Without tax. */
  readonly amountYen: Yen;
  readonly taxRatePercent: number;
  /** True marks the line with ※ as under the reduced rate (軽減税率). */
  readonly reducedRate: boolean;
};

export type BillingTax = { readonly ratePercent: number; readonly baseYen: Yen; readonly taxYen: Yen };

export type BillingSums = {
  readonly subtotalYen: Yen;
  readonly taxes: readonly BillingTax[];
  readonly totalYen: Yen;
};

/** A document whose sums disagree must not be issued: throws a RangeError that names the first difference. */
export function refuseWrongSums(lines: readonly BillingLine[], sums: BillingSums): void {
  for (const tax of sums.taxes) {
    const base = sumYen(lines.filter((line) => line.taxRatePercent === tax.ratePercent).map((line) => line.amountYen));
    refuseDifference(`the lines at ${tax.ratePercent}%`, base, tax.baseYen);
  }
  refuseDifference('all lines', sumYen(lines.map((line) => line.amountYen)), sums.subtotalYen);
  refuseDifference('subtotal and tax', addYen(sums.subtotalYen, sumYen(sums.taxes.map((tax) => tax.taxYen))), sums.totalYen);
}

export function refuseDifference(what: string, computed: Yen, stated: Yen): void {
  if (computed !== stated) throw new RangeError(`${what} add up to ${computed} yen, the document says ${stated}`);
}

export function printedLine(line: BillingLine) {
  const { quantity } = line;
  return {
    suppliedOn: formatWarekiShort(line.suppliedOn),
    description: line.description,
    orderNumber: line.orderNumber ?? '',
    quantity: quantity === null ? '' : `${groupDigits(String(quantity.count))} ${quantity.unit}`,
    unitPrice: quantity === null ? '' : formatYen(quantity.unitPriceYen, 'ja'),
    amount: formatYen(line.amountYen, 'ja'),
    rate: `${line.taxRatePercent}%${line.reducedRate ? '※' : ''}`,
  };
}

export type BankAccount = {
  readonly bankName: string;
  readonly branchName: string;
  readonly accountType: 'ordinary' | 'current' | 'savings' | 'other';
  readonly accountNumber: string;
  /** As registered with the bank, in kana. */
  readonly holder: string;
};

const accountTypes = { ordinary: '普通', current: '当座', savings: '貯蓄', other: 'その他' } as const;

export function printedAccount(account: BankAccount): string {
  const { bankName, branchName, accountType, accountNumber, holder } = account;
  return `${bankName} ${branchName}　${accountTypes[accountType]} ${accountNumber}　${holder}`;
}

/** Only the last three digits of the account number: enough for the owner to know it, too little for anyone else. */
export function printedMaskedAccount(account: BankAccount): string {
  const { accountNumber } = account;
  const masked = accountNumber.slice(-3).padStart(accountNumber.length, '*');
  return printedAccount({ ...account, accountNumber: masked });
}
