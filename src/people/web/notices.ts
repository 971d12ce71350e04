import { defineNotices } from '../../ui/notice.ts'
import { notices as easy } from '../messages.easy/notices.ts'
import { notices as en } from '../messages.en/notices.ts'
import { notices as ja } from '../messages.ja/notices.ts'
import { notices as kinds } from '../rules/notices.ts'

/** How the news of this area looks and reads under the bell. */
export const notices = defineNotices(
  kinds,
  { ja, en, easy },
  {
    applied: 'person',
    registered: 'done',
    'days-changed': 'person',
    'account-changed': 'warning',
  },
)
