import type { NoticeWords } from '../../platform/contract.ts'
import type { notices as kinds } from '../rules/notices.ts'

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
}
