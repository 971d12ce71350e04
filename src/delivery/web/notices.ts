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
    'hand-in-received': 'checklist',
    'hand-in-accepted': 'done',
    'hand-in-returned': 'undo',
    delivered: 'inbox',
    'accepted-by-client': 'done',
    'returned-by-client': 'undo',
    'at-risk': 'warning',
  },
)
