import { csvOf } from '../../platform/csv.ts'
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

/** The journal, one row a posting. */
export function journalCsv(rows: readonly CsvRow[]): string {
  return csvOf([
    columns,
    ...rows.map((row) => [
      row.entryOn,
      row.entryId,
      row.kind,
      row.account,
      accountName(row.account, 'ja'),
      row.debitYen,
      row.creditYen,
      row.party,
      row.orderNumber,
      row.municipality,
      row.description,
    ]),
  ])
}
