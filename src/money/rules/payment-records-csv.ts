import { csvOf } from '../../platform/csv.ts'

interface PaymentRecordRow {
  readonly workerNumber: number
  readonly workerName: string
  readonly address: string
  readonly kinds: string
  readonly paidBaseYen: number
  readonly unpaidBaseYen: number
  readonly withholdingYen: number
  readonly unpaidWithholdingYen: number
  readonly taxYen: number
}

const columns = [
  'workerNumber',
  'name',
  'address',
  'category',
  'paymentYen',
  'unpaidYen',
  'withholdingYen',
  'unpaidWithholdingYen',
  'consumptionTaxYen',
] as const

/**
 * The 支払調書 of a year for filing software: payments with those that are due and unpaid, of which `unpaidYen` (内書き). A My
 * Number is held elsewhere and added there.
 */
export function paymentRecordsCsv(rows: readonly PaymentRecordRow[]): string {
  return csvOf([
    columns,
    ...rows.map((row) => [
      row.workerNumber,
      row.workerName,
      row.address,
      row.kinds,
      row.paidBaseYen + row.unpaidBaseYen,
      row.unpaidBaseYen,
      row.withholdingYen + row.unpaidWithholdingYen,
      row.unpaidWithholdingYen,
      row.taxYen,
    ]),
  ])
}
