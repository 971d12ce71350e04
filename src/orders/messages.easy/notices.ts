import { easyWords } from '../../ui/ruby/written.ts'
import type { NoticeWords } from '../../platform/contract.ts'
import { formatIn } from '../../ui/format.ts'
import type { notices as kinds } from '../rules/notices.ts'

const { date } = formatIn('easy')

/** The sentences under the bell. */
export const notices = easyWords<NoticeWords<typeof kinds>>()({
  'offer-made': ({ title, answerBy }) =>
    `しごとの さそいが きました。「${title}」です。${answerBy === null ? '' : `${date(answerBy)}までに へんじを してください。`}`,
  'question-answered': ({ title }) => `「${title}」の しつもんの こたえが きました。`,
  'terms-proposed': ({ title }) => `「${title}」の やくそくを かえる そうだんが あります。`,
})
