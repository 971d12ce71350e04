import { useTerms } from '../../programme/web/words.ts'
import { defineMessages } from '../../ui/messages.ts'
import { ja } from '../messages.ja/index.ts'

export const useSalesWords = defineMessages(
  {
    ja,
    en: async () => (await import('../messages.en/index.ts')).en,
    easy: async () => (await import('../messages.easy/index.ts')).easy,
  },
  useTerms,
)
