import { type DocumentSeal, type PaperParty, printedAddressee, printedFoot, printedIssuer } from '../../platform/pdf/paper.ts';
import { renderPdf } from '../../platform/pdf/pdf.ts';
import type { CalendarDate } from '../../units/calendar-date.ts';
import { formatDate, formatWareki } from '../../units/wareki.ts';
import { formatYen } from '../../units/yen.ts';
import { type BankAccount, type BillingLine, type BillingSums, printedAccount, printedLine, refuseWrongSums } from './billing.ts';

/** The qualified invoice (適格請求書) to a client, with the six items of 消費税法57条の4第1項. */
export type ClientInvoice = {
  readonly seal: DocumentSeal;
  readonly issuer: PaperParty;
  /** `T` and 13 digits. */
  readonly registrationNumber: string;
  readonly client: PaperParty;
  readonly title: string;
  readonly invoicedOn: CalendarDate;
  /** The days of the transactions, first and last. */
  readonly period: { readonly from: CalendarDate; readonly to: CalendarDate };
  readonly lines: readonly BillingLine[];
  readonly sums: BillingSums;
  readonly dueOn: CalendarDate;
  readonly account: BankAccount;
  /** Set on a corrected invoice (修正適格請求書). */
  readonly corrects: { readonly number: string; readonly issuedOn: CalendarDate } | null;
  readonly remarks: string | null;
};

const template = new URL('./client-invoice-v1.typ', import.meta.url);

/** The PDF/A file of an invoice. Throws a RangeError when its sums disagree or the registration number is malformed. */
export function renderClientInvoice(invoice: ClientInvoice): Promise<Uint8Array> {
  refuseWrongSums(invoice.lines, invoice.sums);
  if (!/^T[1-9][0-9]{12}$/.test(invoice.registrationNumber)) {
    throw new RangeError(`not a registration number: ${invoice.registrationNumber}`);
  }
  const date = (on: CalendarDate): string => formatDate(on, 'ja');
  const data = {
    author: invoice.issuer.name,
    foot: printedFoot(invoice.seal, 'ja'),
    to: printedAddressee(invoice.client),
    from: printedIssuer(invoice.issuer, 'ja', [`登録番号 ${invoice.registrationNumber}`]),
    title: invoice.title,
    invoicedOn: date(invoice.invoicedOn),
    period: `${formatWareki(invoice.period.from)}〜${formatWareki(invoice.period.to)}`,
    dueOn: date(invoice.dueOn),
    account: printedAccount(invoice.account),
    total: formatYen(invoice.sums.totalYen, 'ja'),
    lines: invoice.lines.map(printedLine),
    hasReducedRate: invoice.lines.some((line) => line.reducedRate),
    totals: printedTotals(invoice.sums),
    corrects: invoice.corrects === null ? '' : `${date(invoice.corrects.issuedOn)}付け ${invoice.corrects.number} を修正した請求書です。`,
    remarks: invoice.remarks ?? '',
  };
  return renderPdf(template, data, { createdAt: invoice.seal.issuedAt });
}

function printedTotals(sums: BillingSums): [string, string][] {
  const rows: [string, string][] = [['小計（税抜）', formatYen(sums.subtotalYen, 'ja')]];
  for (const { ratePercent, baseYen, taxYen } of sums.taxes) {
    rows.push([`${ratePercent}%対象（税抜）`, formatYen(baseYen, 'ja')], [`消費税等 ${ratePercent}%`, formatYen(taxYen, 'ja')]);
  }
  rows.push(['ご請求金額（税込）', formatYen(sums.totalYen, 'ja')]);
  return rows;
}
