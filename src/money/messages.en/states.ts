import type { states as ja } from '../messages.ja/states.ts'

export const states: typeof ja = {
  batchStates: { made: 'Waiting for approval', approved: 'Approved', exported: 'Waiting for the bank', recorded: 'Finished', refused: 'Sent back' },
  duties: {
    close: 'Close the month', undecided: 'Decide about withholding', 'make-batch': 'Make the transfer', approve: 'Approve the transfer', export: 'Export the bank file', results: 'Record the result',
    'account-missing': 'Check accounts', objection: 'Answer an objection', 'invoice-missing': 'Issue the invoice', 'invoice-overdue': 'Check the receipt', 'withholding-tax': 'Pay withheld tax', 'payment-records': 'Issue the yearly statements', 'credit-cap': 'Check the cap of the tax credit',
  },
  answers: { open: 'Open', confirmed: 'Confirmed', 'deemed-confirmed': 'Confirmed by silence', objected: 'Objected' },
  transferStates: { none: 'Not made', waiting: 'Being prepared', paid: 'Paid', returned: 'Returned', refused: 'To be made again' },
  kinds: { 'purchase-statement': 'Purchase statement', 'payment-notice': 'Payment notice' },
  invoiceStates: { open: 'Open', overdue: 'Overdue', paid: 'Paid' },
  receiptStates: { waiting: 'Not inspected', overdue: 'Inspection overdue', unposted: 'Being posted' },
  entryKinds: {
    payable: 'Fee', 'payable-correction': 'Corrected fee', transfer: 'Transfer', 'returned-transfer': 'Returned transfer', 'client-invoice': 'Sale', 'client-receipt': 'Receipt', 'operating-cost': 'Operating cost', 'withholding-payment': 'Withheld tax paid', reversal: 'Reversal',
  },
  documentKinds: {
    'notice-of-terms': 'Notice of terms', statement: 'Statement', 'client-invoice': 'Invoice', 'delivery-note': 'Delivery note', 'acceptance-certificate': 'Certificate of acceptance', 'payment-record': 'Yearly payments', 'evaluation-sheet': 'Evaluation sheet',
  },
}
