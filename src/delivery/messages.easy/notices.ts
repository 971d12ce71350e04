import type { NoticeWords } from '../../platform/contract.ts'
import { formatIn } from '../../ui/format.ts'
import { easyWords } from '../../ui/ruby/written.ts'
import type { notices as kinds } from '../rules/notices.ts'

const { date } = formatIn('easy')

/** The sentences under the bell. */
export const notices = easyWords<NoticeWords<typeof kinds>>()({
  'hand-in-accepted': ({ title, units, unitName, payOn }) =>
    `「${title}」${units}${unitName}が よいと ｜決《き》まりました。お金は ${date(payOn)}に 入ります。`,
  'hand-in-returned': ({ title, correctBy }) => `「${title}」に 直す ところが あります。${date(correctBy)}までに 直して ください。`,
})
