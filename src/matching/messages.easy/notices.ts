import { easyWords } from '../../ui/ruby/written.ts'
import type { NoticeWords } from '../../platform/contract.ts'
import type { notices as kinds } from '../rules/notices.ts'

/** The sentences under the bell. */
export const notices = easyWords<NoticeWords<typeof kinds>>()({})
