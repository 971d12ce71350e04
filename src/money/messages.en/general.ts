import type { general as ja } from '../messages.ja/general.ts'

export const general: typeof ja = {
  home: 'Home',
  month: 'Month',
  show: 'Open',
  openAll: 'Show all',
  state: 'State',
  worker: 'Worker',
  amount: 'Amount',
  date: 'Date',
  payOn: 'Pay date',
  subtotal: 'Fees (without tax)',
  tax: 'Consumption tax',
  total: 'Total with tax',
  withholding: 'Withheld income tax',
  net: 'To be paid',
  count: 'Count',
  pdf: 'Open PDF',
  order: 'Order',
  client: 'Client',
  reason: 'Reason',
  close: 'Close',
}
