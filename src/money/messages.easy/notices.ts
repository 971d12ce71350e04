import type { NoticeWords } from '../../platform/contract.ts'
import { formatIn } from '../../ui/format.ts'
import { easyWords } from '../../ui/ruby/written.ts'
import type { notices as kinds } from '../rules/notices.ts'

const { date, yen } = formatIn('easy')

/** The sentences under the bell. */
export const notices = easyWords<NoticeWords<typeof kinds>>()({
  'statement-issued': ({ payOn, netYen }) => `お金の お知らせが ｜届《とど》きました。${date(payOn)}に ${yen(netYen)}が 入ります。`,
  paid: ({ amountYen, paidOn }) => `${date(paidOn)}に ${yen(amountYen)}を ｜払《はら》いました。`,
  'account-to-check': ({ amountYen }) =>
    `｜払《はら》った お金 ${yen(amountYen)}が もどって きました。｜口座《こうざ》を 見て、直して ください。お金は へりません。`,
})
