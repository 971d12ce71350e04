import { z } from 'zod'
import { type DocumentSeal, paperDate, paperParty, printedAddressee, printedFoot, printedIssuer } from '../../platform/pdf/paper.ts'
import { type PdfOptions, renderPdf } from '../../platform/pdf/pdf.ts'
import type { CalendarDate } from '../../units/calendar-date.ts'
import { formatDate } from '../../units/wareki.ts'
import { groupDigits } from '../../units/yen.ts'

const acceptanceLine = z.object({
  description: z.string(),
  receivedCount: z.number(),
  acceptedCount: z.number(),
  unit: z.string(),
  note: z.string().nullable(),
})
type AcceptanceLine = z.output<typeof acceptanceLine>

/**
 * 検収書: what was inspected and accepted. The day of receipt (受領) stands beside the day of acceptance (検収), because the
 * payment period runs from receipt (フリーランス・事業者間取引適正化等法 4条1項).
 */
export const acceptanceCertificate = z.object({
  /** Who inspected and accepts. */
  from: paperParty,
  /** Whose work is accepted. */
  to: paperParty,
  title: z.string(),
  orderNumber: z.string(),
  orderedOn: paperDate,
  dueOn: paperDate,
  receivedOn: paperDate,
  acceptedOn: paperDate,
  /** `silent`: the inspection period passed without an answer, which counts as accepted. */
  manner: z.enum(['inspected', 'silent']),
  inspector: z.string().nullable(),
  payOn: paperDate.nullable(),
  lines: z.array(acceptanceLine),
  remarks: z.string().nullable(),
})
export type AcceptanceCertificate = z.output<typeof acceptanceCertificate>

const template = new URL('./acceptance-certificate-v1.typ', import.meta.url)

/** The PDF/A file of a certificate of acceptance. Rejects with a `PdfError`. */
export function renderAcceptanceCertificate(
  certificate: AcceptanceCertificate,
  seal: DocumentSeal,
  options: Pick<PdfOptions, 'unprintable'> = {},
): Promise<Uint8Array> {
  const date = (on: CalendarDate): string => formatDate(on, 'ja')
  const data = {
    author: certificate.from.name,
    foot: printedFoot(seal, 'ja'),
    to: printedAddressee(certificate.to),
    from: printedIssuer(certificate.from, 'ja'),
    title: certificate.title,
    orderNumber: certificate.orderNumber,
    orderedOn: date(certificate.orderedOn),
    dueOn: date(certificate.dueOn),
    receivedOn: date(certificate.receivedOn),
    acceptedOn: date(certificate.acceptedOn),
    silent: certificate.manner === 'silent',
    inspector: certificate.inspector ?? '',
    payOn: certificate.payOn === null ? '' : date(certificate.payOn),
    lines: certificate.lines.map((line, at) => printedLine(line, at + 1)),
    remarks: certificate.remarks ?? '',
  }
  return renderPdf(template, data, { createdAt: seal.issuedAt, ...options })
}

function printedLine(line: AcceptanceLine, number: number) {
  const count = (value: number): string => `${groupDigits(String(value))} ${line.unit}`
  return {
    number: String(number),
    description: line.description,
    received: count(line.receivedCount),
    accepted: count(line.acceptedCount),
    result: line.acceptedCount === line.receivedCount ? '合格' : line.acceptedCount === 0 ? '不合格' : '一部合格',
    note: line.note ?? '',
  }
}
