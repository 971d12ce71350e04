import { useLanguage } from '../../ui/language.ts'
import { useWorkerWords } from './words.ts'

type Needs = { skills: readonly { nameJa: string; nameEn: string; level: number }[]; equipment: readonly string[] }

/** The name of a kind of equipment; an unknown one is shown as it is stored. */
export function useEquipmentName(): (key: string) => string {
  const names: Readonly<Record<string, string | undefined>> = useWorkerWords().equipment
  return (key) => names[key] ?? key
}

/** What work takes, one line for each skill and each kind of equipment. */
export function useNeeds(): (needs: Needs) => string[] {
  const m = useWorkerWords()
  const isEnglish = useLanguage() === 'en'
  const equipmentName = useEquipmentName()
  return ({ skills, equipment }) => [
    ...skills.map((skill) => m.level(isEnglish ? skill.nameEn : skill.nameJa, skill.level)),
    ...equipment.map(equipmentName),
  ]
}
