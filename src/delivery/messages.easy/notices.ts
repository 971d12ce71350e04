import { easyWords } from '../../ui/ruby/written.ts'
import type { NoticeWords } from '../../platform/contract.ts'
import { formatIn } from '../../ui/format.ts'
import type { notices as kinds } from '../rules/notices.ts'

const { date } = formatIn('easy')

/** The sentences under the bell. */
export const notices = easyWords<NoticeWords<typeof kinds>>()({
  'hand-in-accepted': ({ title, payOn }) => `「${title}」は よくできました。お金は ${date(payOn)}に はらいます。`,
  'hand-in-returned': ({ title, correctBy }) => `「${title}」に なおす ところが あります。${date(correctBy)}までに なおしてください。`,
})
