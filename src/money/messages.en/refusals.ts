import { isCalendarDate } from '../../units/calendar-date.ts'
import { formatDate } from '../../units/wareki.ts'
import { formatIn } from '../../ui/format.ts'
import type { refusals as ja } from '../messages.ja/refusals.ts'

type Details = Readonly<Record<string, string | number>>
const yenText = (details: Details, key: string): string => `¥${Number(details[key] ?? 0).toLocaleString('en-GB')}`
const dateText = (details: Details, key: string): string => {
  const date = details[key]
  return isCalendarDate(date) ? formatDate(date, 'en') : ''
}
const faultWords: Readonly<Record<string, string>> = {
  'unknown-bank': 'the bank code does not exist',
  'unknown-branch': 'the branch code does not exist',
  kana: 'the account holder has characters that banks do not take',
  'not-a-bank-day': 'banks are closed on that day',
  'no-operator-account': 'the operator has no account',
}

export const refusals: typeof ja = {
  refusals: {
    'not-undecided': 'Nothing of this kind is undecided any more. Open the page again.',
    'nothing-overdue': 'No inspection is overdue. Open the page again.',
    'month-not-over': 'This month is not over. Come back when it is.',
    'database-not-durable':
      'The database runs without fsync and could lose what it has said it keeps. Ask the administrator to switch it on.',
    'receipts-waiting': (details) =>
      `${details['count'] ?? ''} receipts are not inspected. Inspect them, or choose to leave them for later.`,
    'postings-under-way': (details) => `${details['count'] ?? ''} acceptances are being posted. Wait a minute and try again.`,
    'withholding-undecided': (details) => `Withholding is undecided for ${details['count'] ?? ''} lines. Decide first.`,
    'nothing-to-close': 'There is nothing to close.',
    'totals-changed': 'The totals have changed. Check the new ones and try again.',
    'not-a-bank-day': 'Banks are closed on that day. Choose another.',
    'value-date-past': 'The day of the transfer has passed. Choose a later one.',
    'value-date-too-soon': (details) => `The bank needs more time. Choose ${dateText(details, 'firstOn')} or a later bank day.`,
    'value-date-late': (details) =>
      `That is after the pay date or the 60 days from receipt. Choose a day up to ${dateText(details, 'lastOn')}.`,
    'beyond-day-60': 'This pays after the 60 days from receipt. Say why; it is kept with your name.',
    'duplicate-payment': (details) =>
      `The same amount would be paid twice (worker ${details['workerNumbers']}). Check, then choose to pay all or to leave the repeated ones out.`,
    'nothing-to-pay': 'There is nothing to transfer. Check the accounts.',
    'batch-open': 'A transfer waits for its result. Record it or send it back first.',
    'no-operator-account': 'The operator has no account. Ask an administrator to enter it.',
    'bank-file-fault': (details) =>
      (details['workerNumber'] === undefined ? '' : `Worker ${details['workerNumber']}: `) +
      `${faultWords[String(details['fault'])] ?? 'something in the data of the transfer is wrong'}. Correct it and try again.`,
    'own-batch': 'You made this transfer. Somebody else has to approve it.',
    'already-approved': 'It has been approved already. Open the page again.',
    'batch-refused': 'This transfer was sent back. Make a new one.',
    'account-just-changed': (details) =>
      `The password, a role or the second factor of your account is new. ` +
      `You cannot approve until ${formatIn('en').instant(String(details['until'] ?? ''))}. Ask somebody else of the office; ` +
      'if you did not expect this, tell others than the administrator too.',
    'recorded-the-account': (details) =>
      `You changed the account of ${details['count'] ?? ''} of these people since their last payment. Ask somebody else to approve.`,
    'already-exported': 'It has been exported already. You can download the same file again.',
    'not-approved': 'It is not approved yet. Wait for the second person.',
    'not-exported': 'It is not exported yet. Export the file first.',
    'already-recorded': 'The result has been recorded. Record later returns one by one.',
    'unknown-transfer': 'A payment that is not in this transfer was chosen. Choose again.',
    'before-value-date': 'That is before the day of the transfer. Correct the date.',
    'date-ahead': 'That day is still to come. Enter a date up to today.',
    'not-paid': 'This payment has not been made. Open the page again.',
    'already-returned': 'It has been recorded as returned already.',
    'before-payment': 'That is before the payment. Correct the date.',
    'already-answered': 'You have answered already. Open the page again.',
    'already-corrected': 'This statement has been corrected already. Open the new one.',
    'transfer-under-way': 'A transfer is being prepared. Record its result or send it back, then correct.',
    'paper-missing': 'The paper of the statement is being made. Wait a minute and try again.',
    'lines-differ': 'The lines have changed. Open the page again.',
    'nothing-changed': 'Nothing has changed. Enter the right amounts, or send a reply without a correction.',
    'would-reduce': 'A correction cannot lower the fees (Freelance Act, article 5). Check the amounts.',
    'would-take-back': 'This is less than what was paid. Talk about the difference with the worker.',
    'not-objected': 'There is no objection. Open the page again.',
    'objection-answered': 'It has been answered already. Open the page again.',
    'operator-incomplete': 'The operator’s registration number or account is missing. Ask an administrator to enter it.',
    'already-issued': 'The invoice has been issued already.',
    'nothing-to-invoice': 'There is nothing to invoice.',
    'more-than-open': (details) => `Only ${yenText(details, 'openYen')} is open. Correct the amount.`,
    'before-invoice': 'That is before the invoice. Correct the date.',
    'unknown-municipality': 'This municipality takes no part. Choose again.',
    'nothing-withheld': 'No withheld tax is due for that month.',
    'year-not-over': 'This year is not over. Come back when it is.',
    'nothing-to-issue': 'There is nothing to issue. All statements are up to date.',
    'period-closed': (details) =>
      `The books up to ${dateText(details, 'lockedOn')} are closed or evaluated. Say why this comes late, and it becomes an entry of today. ` +
      'To enter it on its own day, two persons open the period under “Closed books” in the books.',
    'before-programme': (details) => `The programme began on ${dateText(details, 'firstOn')}. Correct the date.`,
    'unknown-order': 'There is no such order. Choose another one.',
    'rate-unknown': 'There was no such tax rate on that day. Check the day and the rate.',
    'tax-above-rate': (details) =>
      `Too much tax: at ${details['ratePercent']}% it is ¥${Number(details['mostYen'] ?? 0).toLocaleString('en')} at most. Check amount and tax.`,
    'files-missing': 'The receipt has not arrived. Attach it again.',
    'reason-to-download': 'This file has gone out before. Sent twice it pays twice: say why it is needed again.',
    'second-person-needed': 'You decided this before. Somebody else of the office has to change it.',
    'not-locked': 'This period is not closed; record it as it is.',
    'not-reversible': 'This entry cannot be reversed here. Correct it where it came from.',
    'already-reversed': 'It has been reversed already.',
  },
  faults: {
    'day-out-of-range': 'Enter a date from 2000 to 2049.',
    'range-reversed': 'The end is before the beginning. Change the two.',
    'not-a-month': 'Choose a month.',
  },
}
