import { useTerms } from '../../programme/web/words.ts'
import { defineMessages } from '../../ui/messages.ts'
import { ja } from '../messages.ja/index.ts'

const english = async () => (await import('../messages.en/index.ts')).en
const easyJapanese = async () => (await import('../messages.easy/index.ts')).easy

export const usePlanWords = defineMessages(
  { ja: ja.plan, en: async () => (await english()).plan, easy: async () => (await easyJapanese()).plan ?? {} },
  useTerms,
)
export const useMatchingWords = defineMessages(
  {
    ja: { ...ja, plan: usePlanWords.in('ja') },
    en: async () => ({ ...(await english()), plan: await usePlanWords.load('en') }),
    easy: async () => ({ ...(await easyJapanese()), plan: await usePlanWords.load('easy') }),
  },
  useTerms,
)
