import type { general as ja } from '../messages.ja/general.ts'

export const general: typeof ja = {
  month: 'Month',
  openAll: 'Show all',
  amount: 'Amount',
  date: 'Date',
  tax: 'Consumption tax',
  total: 'Total with tax',
  withholding: 'Withheld income tax',
  net: 'To be paid',
  count: 'Count',
  pdf: 'Open PDF',
}
