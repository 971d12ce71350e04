import { useEquipmentName } from '../../orders/web/needs.ts'
import { useFormat } from '../../ui/format.ts'
import { formatLanguage, useLanguage } from '../../ui/language.ts'
import type { Fact } from '../contract/plans.ts'
import { usePlanWords } from './words.ts'

/** The sentence of a fact in the reader's language. */
export function useFactText(): (fact: Fact, unitName: string) => string {
  const m = usePlanWords().why.facts
  const { number, minutes } = useFormat()
  const equipment = useEquipmentName()
  const language = formatLanguage(useLanguage())
  return (fact, unitName) => {
    const need = fact.need ?? 0
    const have = fact.have ?? 0
    switch (fact.code) {
      case 'skill-met':
      case 'skill-short':
        return m[fact.code]((language === 'ja' ? fact.skill?.nameJa : fact.skill?.nameEn) ?? '', number(need), number(have))
      case 'equipment-missing':
        return m['equipment-missing'](equipment(fact.text ?? ''))
      case 'lot-too-large':
      case 'time-fits':
      case 'time-full':
      case 'wanted':
      case 'at-ceiling':
        return m[fact.code](minutes(need), minutes(have))
      case 'candidates':
        return m.candidates(number(need), number(have))
      case 'package-full':
        return m['package-full'](number(have))
      case 'standby':
        return m.standby(number(have))
      case 'pinned':
        return m.pinned(`${number(have)}${unitName}`)
      case 'promised':
        return m.promised(minutes(have))
      case 'next':
        return m.next(fact.text ?? '')
      case 'grows':
      case 'other-site':
      case 'same-site':
      case 'forbidden':
      case 'declined':
      case 'no-days':
      case 'no-next':
      case 'not-in-plan':
        return m[fact.code]
    }
  }
}
