import { csvOf } from '../../platform/csv.ts'

interface PaymentRecordRow {
  readonly workerNumber: number
  readonly workerName: string
  readonly address: string
  /** 区分: a person has one row for each. */
  readonly category: string
  readonly paidBaseYen: number
  readonly unpaidBaseYen: number
  readonly withholdingYen: number
  readonly unpaidWithholdingYen: number
  /** Of these fees alone. */
  readonly taxYen: number
}

/** Who pays: 支払者の氏名・名称、住所・所在地、法人番号. */
interface Payer {
  readonly name: string
  readonly address: string
  readonly corporateNumber: string
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
  'payerName',
  'payerAddress',
  'payerCorporateNumber',
] as const

/**
 * The 支払調書 of a year for filing software, one row for each 区分 of a person: payments with those that are due and unpaid, of which `unpaidYen` (内書き). A My
 * Number is held elsewhere and added there.
 */
export function paymentRecordsCsv(rows: readonly PaymentRecordRow[], payer: Payer): string {
  return csvOf([
    columns,
    ...rows.map((row) => [
      row.workerNumber,
      row.workerName,
      row.address,
      row.category,
      row.paidBaseYen + row.unpaidBaseYen,
      row.unpaidBaseYen,
      row.withholdingYen + row.unpaidWithholdingYen,
      row.unpaidWithholdingYen,
      row.taxYen,
      payer.name,
      payer.address,
      payer.corporateNumber,
    ]),
  ])
}
