/** What people do here, in the words of the log. */
export const area = 'money'
export const acts: Readonly<Record<string, string>> = {
  'decide-withholding': 'Decide on withholding',
  'accept-overdue': 'Accept what is overdue',
  'close-month': 'Close a month',
  'issue-statements': 'Issue statements',
  'make-batch': 'Make a transfer batch',
  'approve-batch': 'Approve a transfer batch',
  'reject-batch': 'Reject a transfer batch',
  'export-batch': 'Export a transfer batch',
  'record-results': 'Record results of transfers',
  'record-return': 'Record a returned transfer',
  'confirm-statement': 'Confirm a statement',
  'object-to-statement': 'Object to a statement',
  'correct-statement': 'Correct a statement',
  'answer-objection': 'Answer an objection',
  'issue-invoice': 'Issue an invoice',
  'record-receipt': "Record a client's payment",
  'record-cost': 'Record a cost',
  'record-withholding-payment': 'Record a payment of withheld tax',
  'issue-payment-records': 'Issue payment records',
  'reverse-entry': 'Reverse an entry',
}
