import { useTerms } from '../../programme/web/words.ts'
import { defineMessages } from '../../ui/messages.ts'
import { easy } from '../messages.easy/index.ts'
import { en } from '../messages.en/index.ts'
import { ja } from '../messages.ja/index.ts'

export const useMoneyWords = defineMessages({ ja, en, easy }, useTerms)
