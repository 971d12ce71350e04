import { useFormat } from '../../ui/format.ts'
import { useLanguage } from '../../ui/language.ts'
import type { OfferReason } from '../rules/offer-reason.ts'
import { useWorkerWords } from './words.ts'

/** The sentence of a reason for an offer in the reader's language. */
export function useReasonText(): (reason: OfferReason) => string {
  const { reasons: m, skillLevel } = useWorkerWords()
  const { minutes } = useFormat()
  const isEnglish = useLanguage() === 'en'
  return (reason) => {
    switch (reason.code) {
      case 'fits':
      case 'no-skill':
      case 'grows':
        return m[reason.code]
      case 'skills':
        return m.skills(
          reason.skills.map((skill) => skillLevel(isEnglish ? skill.nameEn : skill.nameJa, skill.level)).join(isEnglish ? ', ' : '、'),
        )
      case 'time':
        return m.time(minutes(reason.minutes), minutes(reason.freeMinutes))
      case 'site':
        return m.site(reason.name)
      case 'wanted':
        return m.wanted(minutes(reason.minutes))
    }
  }
}
