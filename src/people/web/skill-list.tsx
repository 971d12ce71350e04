import { useFormat } from '../../ui/format.ts'
import { Badge } from '../../ui/status.tsx'
import type { PersonRecord } from './record.ts'
import { usePeopleWords, useSkillName } from './words.ts'

/** Skills with level and how each is known. */
export function SkillList({ skills }: { skills: PersonRecord['skills'] }) {
  const m = usePeopleWords()
  const format = useFormat()
  const nameOf = useSkillName()
  if (skills.length === 0) return <p className="text-ink-soft">{m.person.noSkills}</p>
  return (
    <ul className="divide-y divide-line">
      {skills.map((skill) => (
        <li key={skill.skillId} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
          <span className="font-bold">{nameOf(skill)}</span>
          <span className="flex flex-wrap items-center gap-3">
            <span className="tabular">
              {m.fields.level(skill.level)} / {skill.highestLevel}
            </span>
            <Badge tone={skill.evidence === 'declared' ? 'neutral' : 'success'}>{m.evidences[skill.evidence]}</Badge>
            <span className="text-ink-soft">{format.shortDate(skill.evidencedOn)}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}
