import type { NoticeWords } from '../../platform/contract.ts'
import type { notices as kinds } from '../rules/notices.ts'

/** The sentences under the bell. */
export const notices: NoticeWords<typeof kinds> = {
  applied: ({ name, municipality }) => `${name} (${municipality}) applied. Please arrange the interview.`,
  registered: () => 'You are registered and can be offered work now. Please check your free minutes.',
  'days-changed': ({ by, firstOn, lastOn }) =>
    `${by} changed your free minutes from ${firstOn} to ${lastOn}. If that is wrong, change it on the page of your free minutes.`,
  'account-changed': ({ by, bankName, branchName, lastDigits }) =>
    `${by || 'The office'} changed the account for your pay to ${bankName} ${branchName} (ending in ${lastDigits}). ` +
    'If you did not ask for it, tell us at once.',
}
