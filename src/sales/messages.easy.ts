import type { Easy } from '../ui/messages.ts'
import type { Messages } from './messages.ja.ts'

export const easy: Easy<Messages> = {}
