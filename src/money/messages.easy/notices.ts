import { easyWords } from '../../ui/ruby/written.ts'
import type { NoticeWords } from '../../platform/contract.ts'
import { formatIn } from '../../ui/format.ts'
import type { notices as kinds } from '../rules/notices.ts'

const { date, yen } = formatIn('easy')

/** The sentences under the bell. */
export const notices = easyWords<NoticeWords<typeof kinds>>()({
  'statement-issued': ({ payOn, netYen }) => `お金の お知らせが きました。${date(payOn)}に ${yen(netYen)}を はらいます。`,
  paid: ({ amountYen, paidOn }) => `${date(paidOn)}に ${yen(amountYen)}を はらいました。`,
  'account-to-check': ({ amountYen }) =>
    `${yen(amountYen)}を おくれませんでした。ぎんこうの ばんごうを 見て ください。もらえる お金は おなじです。`,
})
