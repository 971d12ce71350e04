import { easyWords } from '../../ui/ruby/written.ts'
import type { Messages } from '../messages.ja/index.ts'

export const easy = easyWords<Messages>()({})
