import { defineMessages } from './messages.ts'
import { easy } from './messages.easy.ts'
import { en } from './messages.en.ts'
import { ja } from './messages.ja.ts'

/** The components' own words; they name no business. */
export const useWords = defineMessages({ ja, en, easy })
