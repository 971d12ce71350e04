import type { Easy } from '../../ui/messages.ts'
import type { Messages } from '../messages.ja/index.ts'

export const easy: Easy<Messages> = {}
