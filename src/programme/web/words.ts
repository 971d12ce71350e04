import { defineMessages } from '../../ui/messages.ts'
import { useCommonWords } from '../../ui/words.ts'
import { ja } from '../messages.ja/index.ts'
import { terms as jaTerms } from '../messages.ja/terms.ts'

/** What people and things are called, for this area and those to its right. */
export const useTerms = defineMessages(
  {
    ja: jaTerms,
    en: async () => (await import('../messages.en/terms.ts')).terms,
    easy: async () => (await import('../messages.easy/terms.ts')).terms,
  },
  useCommonWords,
)
export const useProgrammeWords = defineMessages(
  {
    ja,
    en: async () => (await import('../messages.en/index.ts')).en,
    easy: async () => (await import('../messages.easy/index.ts')).easy,
  },
  useTerms,
)
