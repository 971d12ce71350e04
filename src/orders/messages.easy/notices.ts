import type { NoticeWords } from '../../platform/contract.ts'
import { formatIn } from '../../ui/format.ts'
import { easyWords } from '../../ui/ruby/written.ts'
import type { notices as kinds } from '../rules/notices.ts'

const { date } = formatIn('easy')

/** The sentences under the bell. */
export const notices = easyWords<NoticeWords<typeof kinds>>()({
  'offer-made': ({ title, units, unitName, answerBy }) =>
    `「${title}」の おさそいが ｜届《とど》きました。${units}${unitName}です。${answerBy === null ? '' : `${date(answerBy)}までに ｜返事《へんじ》を して ください。`}`,
  'material-added': ({ title, material }) => `「${title}」で ｜使《つか》う もの「${material}」が 新しく なりました。`,
  'question-answered': ({ title }) => `「${title}」の ｜質問《しつもん》に 答えが ｜届《とど》きました。`,
  'message-received': ({ title, from }) => `「${title}」の ことで、${from}さんから ｜連絡《れんらく》が ｜届《とど》きました。`,
  'hand-back-asked': ({ title, units, unitName }) =>
    `「${title}」の ｜相談《そうだん》が ｜届《とど》きました。${units}${unitName}を やめる ｜相談《そうだん》です。`,
  'terms-proposed': ({ title }) => `「${title}」の ｜約束《やくそく》を ｜変《か》える ｜相談《そうだん》が ｜届《とど》きました。`,
})
