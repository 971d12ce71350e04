import type { NoticeWords } from '../../platform/contract.ts'
import { formatIn } from '../../ui/format.ts'
import type { notices as kinds } from '../rules/notices.ts'

const { date } = formatIn('en')

/** The sentences under the bell. */
export const notices: NoticeWords<typeof kinds> = {
  'hand-in-received': ({ title, units, inspectBy }) => `${units} units of “${title}” were handed in. Inspect them by ${date(inspectBy)}.`,
  'hand-in-accepted': ({ title, units, payOn }) => `${units} units of “${title}” were accepted. You will be paid on ${date(payOn)}.`,
  'hand-in-returned': ({ title, correctBy }) => `“${title}” needs a correction by ${date(correctBy)}.`,
  delivered: ({ number, title }) => `“${title}” (${number}) was delivered. Please check and accept it.`,
  'accepted-by-client': ({ number, title }) => `The client accepted “${title}” (${number}).`,
  'returned-by-client': ({ number, title }) => `The client sent “${title}” (${number}) back. Look at the reason.`,
  'at-risk': ({ count, title }) =>
    `${count === 1 ? 'One package is' : `${count} packages are`} at risk of being late. Look at “${title}” first.`,
}
