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
    'offer-made': 'inbox',
    'question-asked': 'question',
    'question-answered': 'question',
    'material-added': 'document',
    'message-received': 'question',
    'hand-back-asked': 'undo',
    'hand-back-answered': 'undo',
    'terms-proposed': 'handshake',
    'units-released': 'undo',
  },
)
