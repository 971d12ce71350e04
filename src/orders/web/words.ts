import { useTerms } from '../../programme/web/words.ts'
import { defineMessages } from '../../ui/messages.ts'
import { easy } from '../messages.easy/index.ts'
import { en } from '../messages.en/index.ts'
import { ja } from '../messages.ja/index.ts'

/** Words for those who direct. */
export const useStaffWords = defineMessages({ ja: ja.staff, en: en.staff, easy: easy.staff ?? {} }, useTerms)
/** Words for those who work. */
export const useWorkerWords = defineMessages({ ja: ja.worker, en: en.worker, easy: easy.worker ?? {} }, useTerms)
export const useOrderWords = defineMessages({
  ja: { ...ja, staff: useStaffWords.in('ja'), worker: useWorkerWords.in('ja') },
  en: { ...en, staff: useStaffWords.in('en'), worker: useWorkerWords.in('en') },
  easy: { ...easy, staff: useStaffWords.in('easy'), worker: useWorkerWords.in('easy') },
})
