import type { NoticeWords } from '../../platform/contract.ts'
import { formatIn } from '../../ui/format.ts'
import type { notices as kinds } from '../rules/notices.ts'

const { date, yen } = formatIn('ja')

/** The sentences under the bell. */
export const notices: NoticeWords<typeof kinds> = {
  'statement-issued': ({ payOn, netYen }) => `支払の明細が届きました。${date(payOn)}に${yen(netYen)}をお支払いします。`,
  'statement-objected': ({ worker }) => `${worker}さんから支払の明細に異議が届きました。`,
  'approval-waiting': ({ count, totalYen, valueOn }) => `振込${count}件（${yen(totalYen)}、${date(valueOn)}）が承認を待っています。`,
  'books-reopened': ({ firstOn, lastOn, openUntil, reason }) =>
    `閉じていた帳簿（${date(firstOn)}〜${date(lastOn)}）を、2人の確認で${date(openUntil)}まで開きました。理由：${reason}`,
  paid: ({ amountYen, paidOn }) => `${date(paidOn)}に${yen(amountYen)}をお支払いしました。`,
  'transfer-returned': ({ worker, amountYen }) => `${worker}さんへの振込（${yen(amountYen)}）が戻りました。口座を確かめてください。`,
  'account-to-check': ({ amountYen }) =>
    `${yen(amountYen)}の振込が戻ってきました。登録した口座を確かめてください。お支払いする額は変わりません。`,
  'invoice-issued': ({ number, totalYen, dueOn }) => `請求書${number}（${yen(totalYen)}）を発行しました。お支払期日は${date(dueOn)}です。`,
}
