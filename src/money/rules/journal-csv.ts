import { type AccountCode, accountName } from './accounts.ts'

export interface CsvRow {
  readonly entryOn: string
  readonly entryId: string
  readonly kind: string
  readonly description: string
  readonly account: AccountCode
  readonly debitYen: number
  readonly creditYen: number
  readonly party: string | null
  readonly orderNumber: string | null
  readonly municipality: string | null
}

const columns = [
  'entryOn',
  'entryId',
  'kind',
  'accountCode',
  'account',
  'debitYen',
  'creditYen',
  'party',
  'orderNumber',
  'municipality',
  'description',
] as const

/** A cell: quoted when it must be, and never read as a formula by a spreadsheet (CWE-1236). */
export function cell(value: string): string {
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/** CSV of RFC 4180 in UTF-8 with a byte order mark, which spreadsheets need. */
export function csvOf(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return `\uFEFF${[columns, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}

/** The journal, one row a posting. */
export function journalCsv(rows: readonly CsvRow[]): string {
  return csvOf(
    columns,
    rows.map((row) => [
      row.entryOn,
      row.entryId,
      row.kind,
      row.account,
      accountName(row.account, 'ja'),
      String(row.debitYen),
      String(row.creditYen),
      row.party ?? '',
      row.orderNumber ?? '',
      row.municipality ?? '',
      row.description,
    ]),
  )
}
