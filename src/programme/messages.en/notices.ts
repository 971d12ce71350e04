import type { NoticeWords } from '../../platform/contract.ts'
import { formatIn } from '../../ui/format.ts'
import type { notices as kinds } from '../rules/notices.ts'

const { date } = formatIn('en')

const changes = {
  role: 'was given a new role',
  'reset-link': 'can set a new password by a link',
  password: 'has a new password, set by a link',
  'second-factor': 'has a new second factor',
} as const

/** The sentences under the bell. */
export const notices: NoticeWords<typeof kinds> = {
  'access-changed': ({ name, change, by, hours }) =>
    `${name} ${changes[change]}${by === '' ? '' : ` (done by ${by})`}. For ${hours} hours this account does not approve ` +
    'transfers without a third person. If you did not expect it, ask the person.',
  'backup-failed': ({ day }) =>
    `The backup of ${date(day)} was not made. Ask whoever keeps the server to look at the room and the rights of the folder (KADO_BACKUP_DIR), and at the log.`,
}
