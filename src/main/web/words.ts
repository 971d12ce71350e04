import { defineMessages } from '../../ui/messages.ts'
import { easy } from './messages.easy.ts'
import { en } from './messages.en.ts'
import { ja } from './messages.ja.ts'

export const useShellWords = defineMessages({ ja, en, easy })
