import { defineMessages } from './messages.ts'
import { common as jaCommon, ja } from './messages.ja.ts'

const english = () => import('./messages.en.ts')
const easyJapanese = () => import('./messages.easy.ts')

/** Words that any page may say: every area has them below its own. */
export const useCommonWords = defineMessages({
  ja: jaCommon,
  en: async () => (await english()).common,
  easy: async () => (await easyJapanese()).common,
})

/** The components' own words; they name no business. */
export const useWords = defineMessages({
  ja,
  en: async () => (await english()).en,
  easy: async () => (await easyJapanese()).easy,
})
