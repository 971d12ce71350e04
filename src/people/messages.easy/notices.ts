import type { NoticeWords } from '../../platform/contract.ts'
import { easyWords } from '../../ui/ruby/written.ts'
import { formatIn } from '../../ui/format.ts'
import type { notices as kinds } from '../rules/notices.ts'

const { date } = formatIn('easy')

/** The sentences under the bell. */
export const notices = easyWords<NoticeWords<typeof kinds>>()({
  registered: () =>
    '｜登録《とうろく》が ｜終《お》わりました。しごとの おさそいが ｜届《とど》きます。｜使《つか》える 時間を 見て ください。',
  'days-changed': ({ by, firstOn, lastOn }) =>
    `${by}さんが ｜使《つか》える 時間を ｜変《か》えました。${date(firstOn)}から ${date(lastOn)}までです。ちがう ときは 直して ください。`,
  'account-changed': ({ by, bankName, branchName, lastDigits }) =>
    [
      `${by === '' ? '｜事務局《じむきょく》' : by}さんが、お金が 入る ｜口座《こうざ》を ｜変《か》えました。`,
      `新しい ｜口座《こうざ》は ${bankName} ${branchName}です。｜番号《ばんごう》の さいごは ${lastDigits}です。`,
      'たのんで いない ときは、すぐに 言って ください。',
    ].join(''),
})
