import type { NoticeWords } from '../../platform/contract.ts'
import type { notices as kinds } from '../rules/notices.ts'

/** The sentences under the bell. */
export const notices: Partial<NoticeWords<typeof kinds>> = {
  registered: () => 'とうろくが おわりました。しごとが できます。あいて いる 時間を 見て ください。',
  'account-changed': ({ by, bankName, branchName, lastDigits }) =>
    `${by || '事務局'}さんが、お金の とどく 口座を かえました。${bankName} ${branchName}（さいごの 数字 ${lastDigits}）。たのんで いない ときは、すぐに 言って ください。`,
}
