import type { NoticeWords } from '../../platform/contract.ts'
import { formatIn } from '../../ui/format.ts'
import type { notices as kinds } from '../rules/notices.ts'

const { date } = formatIn('ja')

/** The sentences under the bell. */
export const notices: NoticeWords<typeof kinds> = {
  'offer-made': ({ title, units, unitName, answerBy }) =>
    `「${title}」${units}${unitName}の打診が届きました。${answerBy === null ? '' : `${date(answerBy)}までにお返事ください。`}`,
  'question-asked': ({ title }) => `「${title}」に質問が届きました。`,
  'question-answered': ({ title }) => `「${title}」の質問に回答が届きました。`,
  'material-added': ({ title, material, version }) =>
    version === 1 ? `「${title}」に資料「${material}」が加わりました。` : `「${title}」の資料「${material}」が第${version}版になりました。`,
  'message-received': ({ title, from }) => `「${title}」について、${from}さんから連絡が届きました。`,
  'hand-back-asked': ({ title, units, unitName }) => `「${title}」${units}${unitName}を手放せるか、相談が届きました。`,
  'hand-back-answered': ({ title, name, agreed }) =>
    `「${title}」の手放しの相談に、${name}さんが「${agreed ? '手放す' : '続ける'}」と答えました。`,
  'terms-proposed': ({ title }) => `「${title}」の条件を変える提案が届きました。`,
  'units-released': ({ title, units, unitName }) => `「${title}」${units}${unitName}が手放されました。受け手を探してください。`,
}
