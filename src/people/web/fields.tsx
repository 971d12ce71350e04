import { Checkboxes, RadioGroup, Select } from '../../ui/choice-field.tsx'
import type { FieldState } from '../../ui/field.tsx'
import { GroupFrame, useFieldId } from '../../ui/field.tsx'
import { type Equipment, equipmentKeys } from '../rules/equipment.ts'
import { usePeopleWords, useSkillName } from './words.ts'

export function EquipmentField(props: FieldState<readonly Equipment[]>) {
  const m = usePeopleWords()
  return (
    <Checkboxes
      {...props}
      label={m.fields.equipment}
      help={m.fields.equipmentHelp}
      columns
      options={equipmentKeys.map((value) => ({ value, label: m.equipment[value] }))}
    />
  )
}

export function EmployeesField(props: FieldState<'yes' | 'no' | ''>) {
  const m = usePeopleWords()
  return (
    <RadioGroup
      {...props}
      label={m.fields.usesEmployees}
      help={m.fields.usesEmployeesHelp}
      options={[
        { value: 'no', label: m.fields.no },
        { value: 'yes', label: m.fields.yes },
      ]}
      required
    />
  )
}

export type Levels = Readonly<Record<string, number>>
type Skill = { id: string; nameJa: string; nameEn: string; highestLevel: number }

const levelsOf = (skill: Skill): number[] => Array.from({ length: skill.highestLevel }, (_, index) => index + 1)

/** A level for each skill of the programme; none where nothing is chosen. */
export function SkillsField(props: FieldState<Levels> & { skills: readonly Skill[] }) {
  const m = usePeopleWords()
  const nameOf = useSkillName()
  const { value, onChange, skills } = props
  const id = useFieldId(props, m.fields.skills)
  if (skills.length === 0) return <p className="measure text-ink-soft">{m.fields.skillsNone}</p>
  return (
    <GroupFrame id={id} label={m.fields.skills} help={m.fields.skillsHelp} error={props.error}>
      <div className="grid gap-4 sm:grid-cols-2">
        {skills.map((skill, index) => (
          <Select
            key={skill.id}
            {...(index === 0 ? { id } : {})}
            name={`skill-${skill.id}`}
            value={value[skill.id] ? String(value[skill.id]) : ''}
            onChange={(level) => onChange({ ...value, [skill.id]: Number(level) })}
            label={nameOf(skill)}
            none={m.none}
            options={levelsOf(skill).map((level) => ({ value: String(level), label: m.fields.level(level) }))}
          />
        ))}
      </div>
    </GroupFrame>
  )
}

/** What the contract wants: the skills that have a level. */
export const skillsInput = (levels: Levels) =>
  Object.entries(levels)
    .filter(([, level]) => level > 0)
    .map(([skillId, level]) => ({ skillId, level }))
