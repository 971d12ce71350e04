import { useTerms } from '../../programme/web/words.ts'
import { defineMessages } from '../../ui/messages.ts'
import { easy } from '../messages.easy/index.ts'
import { en } from '../messages.en/index.ts'
import { ja } from '../messages.ja/index.ts'

export const usePlanWords = defineMessages({ ja: ja.plan, en: en.plan, easy: easy.plan ?? {} }, useTerms)
export const useMatchingWords = defineMessages(
  {
    ja: { ...ja, plan: usePlanWords.in('ja') },
    en: { ...en, plan: usePlanWords.in('en') },
    easy: { ...easy, plan: usePlanWords.in('easy') },
  },
  useTerms,
)
