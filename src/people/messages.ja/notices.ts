import type { NoticeWords } from '../../platform/contract.ts'
import { formatIn } from '../../ui/format.ts'
import type { notices as kinds } from '../rules/notices.ts'

const { date } = formatIn('ja')

/** The sentences under the bell. */
export const notices: NoticeWords<typeof kinds> = {
  applied: ({ name, municipality }) => `${name}さん（${municipality}）から登録の申込みがありました。面談の日を決めてください。`,
  registered: () => '登録が終わりました。仕事の打診を受けられます。空き時間を確かめてください。',
  'days-changed': ({ by, firstOn, lastOn }) =>
    `${by}さんが、${date(firstOn)}から${date(lastOn)}までの使える時間を変えました。違うときは、使える時間のページで直せます。`,
  'account-changed': ({ by, bankName, branchName, lastDigits }) =>
    `${by || '事務局'}さんが、報酬の受け取り口座を${bankName} ${branchName}（末尾${lastDigits}）に変えました。頼んだ覚えがなければ、すぐに知らせてください。`,
}
