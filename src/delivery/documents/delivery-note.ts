import { type DocumentSeal, type PaperParty, printedAddressee, printedFoot, printedIssuer } from '../../platform/pdf/paper.ts';
import { renderPdf } from '../../platform/pdf/pdf.ts';
import type { CalendarDate } from '../../units/calendar-date.ts';
import { formatDate } from '../../units/wareki.ts';
import { formatYen, groupDigits, type Yen } from '../../units/yen.ts';

/** 納品書: what was delivered to whom and when, with prices when the parties want them on it. */
export type DeliveryNote = {
  readonly seal: DocumentSeal;
  readonly from: PaperParty;
  readonly to: PaperParty;
  readonly title: string;
  readonly orderNumber: string;
  readonly orderedOn: CalendarDate;
  readonly deliveredOn: CalendarDate;
  readonly deliveryPlace: string;
  readonly lines: readonly DeliveryLine[];
  /** Null prints a note without money. */
  readonly amounts: DeliveryAmounts | null;
  readonly remarks: string | null;
};

export type DeliveryLine = {
  readonly description: string;
  readonly count: number;
  readonly unit: string;
  /** Both without tax; null where the note is without money. */
  readonly unitPriceYen: Yen | null;
  readonly amountYen: Yen | null;
  readonly note: string | null;
};

export type DeliveryAmounts = {
  readonly subtotalYen: Yen;
  readonly taxes: readonly { readonly ratePercent: number; readonly baseYen: Yen; readonly taxYen: Yen }[];
  readonly totalYen: Yen;
};

const template = new URL('./delivery-note-v1.typ', import.meta.url);

/** The PDF/A file of a delivery note. Rejects with a `PdfError`. */
export function renderDeliveryNote(note: DeliveryNote): Promise<Uint8Array> {
  const data = {
    author: note.from.name,
    foot: printedFoot(note.seal, 'ja'),
    to: printedAddressee(note.to),
    from: printedIssuer(note.from, 'ja'),
    deliveredOn: formatDate(note.deliveredOn, 'ja'),
    orderedOn: formatDate(note.orderedOn, 'ja'),
    orderNumber: note.orderNumber,
    title: note.title,
    deliveryPlace: note.deliveryPlace,
    lines: note.lines.map((line, at) => printedLine(line, at + 1)),
    totals: note.amounts === null ? [] : printedTotals(note.amounts),
    remarks: note.remarks ?? '',
  };
  return renderPdf(template, data, { createdAt: note.seal.issuedAt });
}

function printedLine(line: DeliveryLine, number: number) {
  return {
    number: String(number),
    description: line.description,
    quantity: `${groupDigits(String(line.count))} ${line.unit}`,
    unitPrice: line.unitPriceYen === null ? '' : formatYen(line.unitPriceYen, 'ja'),
    amount: line.amountYen === null ? '' : formatYen(line.amountYen, 'ja'),
    note: line.note ?? '',
  };
}

function printedTotals(amounts: DeliveryAmounts): [string, string][] {
  return [
    ['小計（税抜）', formatYen(amounts.subtotalYen, 'ja')],
    ...amounts.taxes.map((tax): [string, string] => [
      `消費税等 ${tax.ratePercent}%（対象 ${formatYen(tax.baseYen, 'ja')}）`, formatYen(tax.taxYen, 'ja'),
    ]),
    ['合計（税込）', formatYen(amounts.totalYen, 'ja')],
  ];
}
