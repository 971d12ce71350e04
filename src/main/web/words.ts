import { defineMessages } from '../../ui/messages.ts'
import { ja } from './messages.ja.ts'

export const useShellWords = defineMessages({
  ja,
  en: async () => (await import('./messages.en.ts')).en,
  easy: async () => (await import('./messages.easy.ts')).easy,
})
