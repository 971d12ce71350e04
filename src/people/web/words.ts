import { type Language, useLanguage } from '../../ui/language.ts'
import { useTerms } from '../../programme/web/words.ts'
import { defineMessages } from '../../ui/messages.ts'
import { easy } from '../messages.easy/index.ts'
import { en } from '../messages.en/index.ts'
import { ja } from '../messages.ja/index.ts'

export const usePeopleWords = defineMessages({ ja, en, easy }, useTerms)

const skillName = (language: Language, skill: { nameJa: string; nameEn: string }): string =>
  language === 'en' && skill.nameEn !== '' ? skill.nameEn : skill.nameJa

/** The name of a skill in the reader's language. */
export function useSkillName(): (skill: { nameJa: string; nameEn: string }) => string {
  const language = useLanguage()
  return (skill) => skillName(language, skill)
}
