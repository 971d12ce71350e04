import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/choice-field.tsx'
import type { FieldState } from '../../ui/field.tsx'
import { useLanguage } from '../../ui/language.ts'
import type { Choices } from './package-values.ts'
import { useStaffWords } from './words.ts'

type Asked = { skillId: string; level: number }
type SkillsFieldProps = FieldState<readonly Asked[]> & { skills: Choices['skills'] }

/** The skills that work asks for, each with its level. */
export function SkillsField({ name, value, onChange, skills }: SkillsFieldProps) {
  const { packageFields: m, levelLabel, skillLabel } = useStaffWords()
  const isEnglish = useLanguage() === 'en'
  const nameOf = (skill: Choices['skills'][number] | undefined): string =>
    skill === undefined ? '' : isEnglish ? skill.nameEn : skill.nameJa
  const unused = skills.filter((skill) => !value.some((each) => each.skillId === skill.id))
  const [next] = unused
  const change = (at: number, changed: Partial<Asked>): void =>
    onChange(value.map((each, index) => (index === at ? { ...each, ...changed } : each)))
  return (
    <fieldset>
      <legend className="mb-2 font-bold">{m.skills}</legend>
      {value.length === 0 ? <p className="text-ink-soft">{m.noSkill}</p> : null}
      <ul className="space-y-4">
        {value.map((asked, at) => {
          const own = skills.find((skill) => skill.id === asked.skillId)
          const options = skills
            .filter((skill) => skill.id === asked.skillId || unused.includes(skill))
            .map((skill) => ({ value: skill.id, label: nameOf(skill) }))
          return (
            <li key={asked.skillId} className="flex flex-wrap items-end gap-4">
              <div className="min-w-0 flex-1 basis-56">
                <Select
                  name={`${name}.${at}.skillId`}
                  value={asked.skillId}
                  label={skillLabel}
                  options={options}
                  onChange={(skillId) => change(at, { skillId })}
                />
              </div>
              <Select
                name={`${name}.${at}.level`}
                value={String(asked.level)}
                label={levelLabel}
                options={Array.from({ length: own?.highestLevel ?? 1 }, (_, index) => ({
                  value: String(index + 1),
                  label: m.skillLevel(index + 1),
                }))}
                onChange={(level) => change(at, { level: Number(level) })}
              />
              <Button look="quiet" size="small" icon="close" onClick={() => onChange(value.filter((_, index) => index !== at))}>
                {m.removeSkill(nameOf(own))}
              </Button>
            </li>
          )
        })}
      </ul>
      {next ? (
        <Button
          look="outline"
          size="small"
          icon="plus"
          className="mt-3"
          onClick={() => onChange([...value, { skillId: next.id, level: 1 }])}
        >
          {m.addSkill}
        </Button>
      ) : null}
    </fieldset>
  )
}
