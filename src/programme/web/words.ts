import { defineMessages } from '../../ui/messages.ts'
import { useCommonWords } from '../../ui/words.ts'
import { easy } from '../messages.easy/index.ts'
import { terms as easyTerms } from '../messages.easy/terms.ts'
import { en } from '../messages.en/index.ts'
import { terms as enTerms } from '../messages.en/terms.ts'
import { ja } from '../messages.ja/index.ts'
import { terms as jaTerms } from '../messages.ja/terms.ts'

/** What people and things are called, for this area and those to its right. */
export const useTerms = defineMessages({ ja: jaTerms, en: enTerms, easy: easyTerms }, useCommonWords)
export const useProgrammeWords = defineMessages({ ja, en, easy }, useTerms)
