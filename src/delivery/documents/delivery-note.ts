import { z } from 'zod'
import {
  type DocumentSeal,
  paperDate,
  paperParty,
  paperYen,
  printedAddressee,
  printedFoot,
  printedIssuer,
} from '../../platform/pdf/paper.ts'
import { type PdfOptions, renderPdf } from '../../platform/pdf/pdf.ts'
import { formatDate } from '../../units/wareki.ts'
import { formatYen, groupDigits } from '../../units/yen.ts'

const deliveryLine = z.object({
  description: z.string(),
  count: z.number(),
  unit: z.string(),
  /** Both without tax; null where the note is without money. */
  unitPriceYen: paperYen.nullable(),
  amountYen: paperYen.nullable(),
  note: z.string().nullable(),
})
type DeliveryLine = z.output<typeof deliveryLine>

const deliveryAmounts = z.object({
  subtotalYen: paperYen,
  taxes: z.array(z.object({ ratePercent: z.number(), baseYen: paperYen, taxYen: paperYen })),
  totalYen: paperYen,
})
type DeliveryAmounts = z.output<typeof deliveryAmounts>

/** 納品書: what was delivered to whom and when, with prices when the parties want them on it. */
export const deliveryNote = z.object({
  from: paperParty,
  to: paperParty,
  title: z.string(),
  orderNumber: z.string(),
  orderedOn: paperDate,
  deliveredOn: paperDate,
  deliveryPlace: z.string(),
  lines: z.array(deliveryLine),
  /** Null prints a note without money. */
  amounts: deliveryAmounts.nullable(),
  remarks: z.string().nullable(),
})
export type DeliveryNote = z.output<typeof deliveryNote>

const template = new URL('./delivery-note-v1.typ', import.meta.url)

/** The PDF/A file of a delivery note. Rejects with a `PdfError`. */
export function renderDeliveryNote(
  note: DeliveryNote,
  seal: DocumentSeal,
  options: Pick<PdfOptions, 'unprintable'> = {},
): Promise<Uint8Array> {
  const data = {
    author: note.from.name,
    foot: printedFoot(seal, 'ja'),
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
  }
  return renderPdf(template, data, { createdAt: seal.issuedAt, ...options })
}

function printedLine(line: DeliveryLine, number: number) {
  return {
    number: String(number),
    description: line.description,
    quantity: `${groupDigits(String(line.count))} ${line.unit}`,
    unitPrice: line.unitPriceYen === null ? '' : formatYen(line.unitPriceYen, 'ja'),
    amount: line.amountYen === null ? '' : formatYen(line.amountYen, 'ja'),
    note: line.note ?? '',
  }
}

function printedTotals(amounts: DeliveryAmounts): [string, string][] {
  return [
    ['小計（税抜）', formatYen(amounts.subtotalYen, 'ja')],
    ...amounts.taxes.map((tax): [string, string] => [
      `消費税等 ${tax.ratePercent}%（対象 ${formatYen(tax.baseYen, 'ja')}）`,
      formatYen(tax.taxYen, 'ja'),
    ]),
    ['合計（税込）', formatYen(amounts.totalYen, 'ja')],
  ]
}
