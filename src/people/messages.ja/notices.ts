import type { NoticeWords } from '../../platform/contract.ts'
import type { notices as kinds } from '../rules/notices.ts'

/** The sentences under the bell. */
export const notices: NoticeWords<typeof kinds> = {
  applied: ({ name, municipality }) => `${name}さん（${municipality}）から登録の申込みがありました。面談の日を決めてください。`,
  registered: () => '登録が終わりました。仕事の打診を受けられます。空いている時間を確かめてください。',
}
