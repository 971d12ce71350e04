import type { NoticeWords } from '../../platform/contract.ts'
import { formatIn } from '../../ui/format.ts'
import type { notices as kinds } from '../rules/notices.ts'

const { date } = formatIn('ja')

/** The sentences under the bell. */
export const notices: NoticeWords<typeof kinds> = {
  'hand-in-received': ({ title, units, unitName, inspectBy }) =>
    `「${title}」${units}${unitName}が提出されました。${date(inspectBy)}までに検査してください。`,
  'hand-in-accepted': ({ title, units, unitName, payOn }) =>
    `「${title}」${units}${unitName}を検収しました。お支払いは${date(payOn)}です。`,
  'hand-in-returned': ({ title, correctBy }) => `「${title}」に直していただきたいところがあります。期日は${date(correctBy)}です。`,
  delivered: ({ number, title }) => `「${title}」（${number}）を納品しました。検収をお願いします。`,
  'accepted-by-client': ({ number, title }) => `「${title}」（${number}）を発注企業が検収しました。`,
  'returned-by-client': ({ number, title }) => `「${title}」（${number}）が発注企業から戻されました。理由を確かめてください。`,
  'at-risk': ({ count, title }) => `納期に間に合わないおそれのある仕事が${count}件あります。まず「${title}」を確かめてください。`,
}
