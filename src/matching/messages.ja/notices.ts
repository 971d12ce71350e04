import type { NoticeWords } from '../../platform/contract.ts'
import type { notices as kinds } from '../rules/notices.ts'

const causes = { declined: '辞退', released: '手放し', away: '休み', 'hours-changed': '空き時間の変更' }

/** The sentences under the bell. */
export const notices: NoticeWords<typeof kinds> = {
  'plan-begun': () => '計画を作っています。画面を離れても続きます。',
  'plan-ready': ({ offerCount }) => `計画ができました（打診の案${offerCount}件）。確かめてください。`,
  'plan-refreshed': ({ offerCount }) =>
    `打診の前に変わったことがあるため、計画を直した案ができました（打診の案${offerCount}件）。もとの計画と比べられます。`,
  'plan-failed': () => '計画を作れませんでした。理由を確かめて、もう一度作ってください。',
  'repair-proposed': ({ title, cause, offerCount }) => `「${title}」の${causes[cause]}を補う案ができました（打診の案${offerCount}件）。`,
}
