import { type Language, useLanguage } from '../../ui/language.ts'
import { useTerms } from '../../programme/web/words.ts'
import { defineMessages } from '../../ui/messages.ts'
import { ja } from '../messages.ja/index.ts'

export const usePeopleWords = defineMessages(
  {
    ja,
    en: async () => (await import('../messages.en/index.ts')).en,
    easy: async () => (await import('../messages.easy/index.ts')).easy,
  },
  useTerms,
)

const skillName = (language: Language, skill: { nameJa: string; nameEn: string }): string =>
  language === 'en' && skill.nameEn !== '' ? skill.nameEn : skill.nameJa

/** The name of a skill in the reader's language. */
export function useSkillName(): (skill: { nameJa: string; nameEn: string }) => string {
  const language = useLanguage()
  return (skill) => skillName(language, skill)
}
