import type { z } from 'zod'
import { useFormat } from '../../ui/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { useLanguage } from '../../ui/language.ts'
import type { lack } from '../contract/offers.ts'
import { useEquipmentName } from './needs.ts'
import { useWorkerWords } from './words.ts'

type NamedLack = z.output<typeof lack>

/** A sentence for each thing that is missing, with what is asked and what is there. */
export function useLackText(): (lack: NamedLack) => string {
  const { lack: m } = useWorkerWords()
  const format = useFormat()
  const isEnglish = useLanguage() === 'en'
  const equipmentName = useEquipmentName()
  return ({ kind, subject, nameJa, nameEn, need, have }) => {
    const name = isEnglish ? nameEn : nameJa
    switch (kind) {
      case 'state':
        return m.state()
      case 'skill':
        return m.skill(name, need, have)
      case 'equipment':
        return m.equipment(equipmentName(subject))
      case 'site':
        return m.site(name)
      case 'minutes':
        return m.minutes(format.minutes(need), format.minutes(have))
    }
  }
}

export function LackList({ lacks }: { lacks: readonly NamedLack[] }) {
  const text = useLackText()
  return (
    <ul className="space-y-1">
      {lacks.map((each) => (
        <li key={each.kind + each.subject} className="flex gap-2">
          <Icon name="plus" className="mt-1 size-5 text-ink-soft" />
          <span>{text(each)}</span>
        </li>
      ))}
    </ul>
  )
}
