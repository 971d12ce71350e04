import type { NoticeWords } from '../../platform/contract.ts'
import { formatIn } from '../../ui/format.ts'
import type { notices as kinds } from '../rules/notices.ts'

const { date, yen } = formatIn('en')

/** The sentences under the bell. */
export const notices: NoticeWords<typeof kinds> = {
  'statement-issued': ({ payOn, netYen }) => `Your statement is here: ${yen(netYen)} will be paid on ${date(payOn)}.`,
  'statement-objected': ({ worker }) => `${worker} objected to a statement.`,
  'approval-waiting': ({ count, totalYen, valueOn }) => `${count} transfers (${yen(totalYen)}, ${date(valueOn)}) wait for approval.`,
  'books-reopened': ({ firstOn, lastOn, openUntil, reason }) =>
    `Two persons opened closed books (${date(firstOn)} to ${date(lastOn)}) again until ${date(openUntil)}. Reason: ${reason}`,
  paid: ({ amountYen, paidOn }) => `${yen(amountYen)} was paid to you on ${date(paidOn)}.`,
  'transfer-returned': ({ worker, amountYen }) => `The transfer to ${worker} (${yen(amountYen)}) came back. Check the account.`,
  'account-to-check': ({ amountYen }) =>
    `A transfer of ${yen(amountYen)} came back. Check the account you registered. The amount we owe you stays the same.`,
  'invoice-issued': ({ number, totalYen, dueOn }) => `Invoice ${number} (${yen(totalYen)}) was issued. It is due on ${date(dueOn)}.`,
}
