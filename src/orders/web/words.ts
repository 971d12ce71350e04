import { useTerms } from '../../programme/web/words.ts'
import { defineMessages } from '../../ui/messages.ts'
import { ja } from '../messages.ja/index.ts'

const english = async () => (await import('../messages.en/index.ts')).en
const easyJapanese = async () => (await import('../messages.easy/index.ts')).easy

/** Words for those who direct. */
export const useStaffWords = defineMessages(
  { ja: ja.staff, en: async () => (await english()).staff, easy: async () => (await easyJapanese()).staff ?? {} },
  useTerms,
)
/** Words for those who work. */
export const useWorkerWords = defineMessages(
  { ja: ja.worker, en: async () => (await english()).worker, easy: async () => (await easyJapanese()).worker ?? {} },
  useTerms,
)
export const useOrderWords = defineMessages({
  ja: { ...ja, staff: useStaffWords.in('ja'), worker: useWorkerWords.in('ja') },
  en: async () => ({ ...(await english()), staff: await useStaffWords.load('en'), worker: await useWorkerWords.load('en') }),
  easy: async () => ({ ...(await easyJapanese()), staff: await useStaffWords.load('easy'), worker: await useWorkerWords.load('easy') }),
})
