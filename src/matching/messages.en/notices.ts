import type { NoticeWords } from '../../platform/contract.ts'
import type { notices as kinds } from '../rules/notices.ts'

const causes = { declined: 'a decline', released: 'a release', away: 'an absence', 'hours-changed': 'a change of hours' }

/** The sentences under the bell. */
export const notices: NoticeWords<typeof kinds> = {
  'plan-begun': () => 'A plan is being made. It goes on when you leave the page.',
  'plan-ready': ({ offerCount }) => `The plan is ready (${offerCount} offers proposed). Please look at it.`,
  'plan-refreshed': ({ offerCount }) =>
    `Something changed before anybody was asked, so the plan was brought up to date (${offerCount} offers proposed). You can compare it with the one before.`,
  'plan-failed': () => 'The plan could not be made. Look at the reason and try again.',
  'repair-proposed': ({ title, cause, offerCount }) => `A repair for “${title}” after ${causes[cause]} is proposed (${offerCount} offers).`,
}
