import { type DocumentSeal, type PaperParty, printedAddressee, printedFoot, printedIssuer } from '../../platform/pdf/paper.ts';
import { renderPdf } from '../../platform/pdf/pdf.ts';
import { type CalendarDate, yearOf } from '../../units/calendar-date.ts';
import { formatDate, formatWareki } from '../../units/wareki.ts';
import { formatYen, subtractYen, type Yen, zeroYen } from '../../units/yen.ts';
import { type BankAccount, type BillingLine, type BillingSums, printedLine, printedMaskedAccount, refuseDifference, refuseWrongSums } from './billing.ts';
import { withholdingLabelOn } from './withholding-label.ts';

/**
 * What one worker is paid for one close. For a registered worker it is the 仕入明細書 of 消費税法30条9項3号 with the
 * worker's registration number; for anyone else a 支払通知書 that has no registration number and does not look like an
 * invoice (消費税法57条の5).
 */
export type Statement = {
  readonly seal: DocumentSeal;
  readonly registration: StatementRegistration;
  readonly issuer: PaperParty;
  readonly worker: PaperParty;
  /** The days on which the work was received, first and last. */
  readonly period: { readonly from: CalendarDate; readonly to: CalendarDate };
  readonly lines: readonly StatementLine[];
  readonly sums: BillingSums;
  /** Null: nothing is withheld. The base is without tax, because the document shows the tax apart. */
  readonly withholding: { readonly baseYen: Yen; readonly taxYen: Yen } | null;
  readonly netYen: Yen;
  readonly payOn: CalendarDate;
  readonly account: BankAccount;
  /** Days within which an objection is expected; silence then counts as confirmation. */
  readonly confirmation: { readonly days: number; readonly until: CalendarDate };
  readonly corrects: { readonly number: string; readonly issuedOn: CalendarDate } | null;
  readonly remarks: string | null;
};

export type StatementLine = BillingLine & { readonly withholding: 'subject' | 'not-subject' };

export type StatementRegistration =
  | { readonly kind: 'purchase-statement'; readonly registrationNumber: string }
  | { readonly kind: 'payment-notice' };

const template = new URL('./statement-v1.typ', import.meta.url);
const registrationPattern = /T[0-9]{13}/;

/** The PDF/A file of a statement. Throws a RangeError when sums disagree or a payment notice holds a registration number. */
export function renderStatement(statement: Statement): Promise<Uint8Array> {
  const { sums, withholding, netYen, registration } = statement;
  refuseWrongSums(statement.lines, sums);
  refuseDifference('total less withholding', subtractYen(sums.totalYen, withholding?.taxYen ?? zeroYen), netYen);
  refuseWrongRegistration(statement);
  const date = (on: CalendarDate): string => formatDate(on, 'ja');
  const data = {
    author: statement.issuer.name,
    foot: printedFoot(statement.seal, 'ja'),
    title: registration.kind === 'purchase-statement' ? '仕入明細書' : '支払通知書',
    registered: registration.kind === 'purchase-statement',
    registrationNumber: registration.kind === 'purchase-statement' ? registration.registrationNumber : '',
    to: printedAddressee(statement.worker),
    from: printedIssuer(statement.issuer, 'ja'),
    period: `${formatWareki(statement.period.from)}〜${formatWareki(statement.period.to)}`,
    payOn: date(statement.payOn),
    account: printedMaskedAccount(statement.account),
    net: formatYen(netYen, 'ja'),
    lines: statement.lines.map((line) => ({ ...printedLine(line), withheld: line.withholding === 'subject' })),
    hasReducedRate: statement.lines.some((line) => line.reducedRate),
    totals: printedTotals(statement),
    withholdingNote: withholding === null ? '' : withholdingNote(withholding.baseYen, statement.payOn),
    confirmationDays: String(statement.confirmation.days),
    confirmationUntil: date(statement.confirmation.until),
    corrects: statement.corrects === null ? '' : `${date(statement.corrects.issuedOn)}付け ${statement.corrects.number} を訂正したものです。`,
    remarks: statement.remarks ?? '',
  };
  return renderPdf(template, data, { createdAt: statement.seal.issuedAt });
}

function withholdingNote(baseYen: Yen, payOn: CalendarDate): string {
  return `源泉徴収の対象額 ${formatYen(baseYen, 'ja')}（源の印のある行の合計、税抜）。徴収する税は${withholdingLabelOn(payOn)}です（${yearOf(payOn)}年の支払）。`;
}

function printedTotals({ sums, withholding, netYen, payOn, registration }: Statement): [string, string][] {
  // An unregistered worker's tax is an equivalent within the price, not a tax amount that an invoice would state.
  const tax = registration.kind === 'purchase-statement' ? '消費税等' : '消費税相当額';
  const rows: [string, string][] = [['小計（税抜）', formatYen(sums.subtotalYen, 'ja')]];
  for (const { ratePercent, baseYen, taxYen } of sums.taxes) {
    rows.push([`${tax} ${ratePercent}%（対象 ${formatYen(baseYen, 'ja')}）`, formatYen(taxYen, 'ja')]);
  }
  rows.push(['合計（税込）', formatYen(sums.totalYen, 'ja')]);
  if (withholding !== null) rows.push([`源泉徴収税額\n（${withholdingLabelOn(payOn)}）`, `△${formatYen(withholding.taxYen, 'ja')}`]);
  rows.push(['差引支払額', formatYen(netYen, 'ja')]);
  return rows;
}

function refuseWrongRegistration(statement: Statement): void {
  const { registration } = statement;
  if (registration.kind === 'purchase-statement') {
    if (/^T[1-9][0-9]{12}$/.test(registration.registrationNumber)) return;
    throw new RangeError(`not a registration number: ${registration.registrationNumber}`);
  }
  const written = JSON.stringify([statement.issuer, statement.worker, statement.lines, statement.remarks]).normalize('NFKC');
  if (registrationPattern.test(written)) throw new RangeError('a payment notice must not hold a registration number');
}
