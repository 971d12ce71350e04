import type { NoticeWords } from '../../platform/contract.ts'
import { formatIn } from '../../ui/format.ts'
import type { notices as kinds } from '../rules/notices.ts'

const { date } = formatIn('ja')

const changes = {
  role: 'に新しい役割が付きました',
  'reset-link': 'の新しいパスワードを決めるリンクが作られました',
  password: 'のパスワードが、リンクで新しくなりました',
  'second-factor': 'に新しい二要素認証が付きました',
} as const

/** The sentences under the bell. */
export const notices: NoticeWords<typeof kinds> = {
  'access-changed': ({ name, change, by, hours }) =>
    `${name}さん${changes[change]}${by === '' ? '' : `（${by}さんによる）`}。${hours}時間は、この人だけでは振込を承認できません。心当たりがなければ、本人に確かめてください。`,
  'backup-failed': ({ day }) =>
    `${date(day)}のバックアップができませんでした。サーバーの管理者に、バックアップのフォルダー（KADO_BACKUP_DIR）の空きと権限、ログを確かめてもらってください。`,
}
