import { defineMessages } from './messages.ts'
import { common as easyCommon, easy } from './messages.easy.ts'
import { common as enCommon, en } from './messages.en.ts'
import { common as jaCommon, ja } from './messages.ja.ts'

/** Words that any page may say: every area has them below its own. */
export const useCommonWords = defineMessages({ ja: jaCommon, en: enCommon, easy: easyCommon })

/** The components' own words; they name no business. */
export const useWords = defineMessages({ ja, en, easy })
