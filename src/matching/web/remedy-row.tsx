import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { daysAfter } from '../../ui/value-text.tsx'
import type { Remedy } from '../contract/shapes.ts'
import { Outcome, type Change } from './outcome.tsx'
import { usePlanWords } from './words.ts'

/** A due date is tried one week later. */
const laterDays = 7

function changeOf(remedy: Remedy, dueOn: string): Change | null {
  if (remedy.kind === 'train' && remedy.skill)
    return { kind: 'train', skill: remedy.skill.key, level: remedy.skill.level, people: Math.min(1_000, remedy.people) }
  if (remedy.kind === 'equip' && remedy.equipment !== null)
    return { kind: 'equip', equipment: remedy.equipment, people: Math.min(1_000, remedy.people) }
  if (remedy.kind === 'seats') return { kind: 'seats', seats: Math.min(1_000, remedy.people), weekday: remedy.weekday }
  return remedy.kind === 'due' ? { kind: 'due', dueOn: daysAfter(dueOn, laterDays) } : null
}

/** One way to remove a shortage; what can be calculated is tried at a press. */
export function RemedyRow({
  planId,
  packageId,
  dueOn,
  remedy,
  text,
}: {
  planId: string
  packageId: string
  dueOn: string
  remedy: Remedy
  text: string
}) {
  const m = usePlanWords().unfilled
  const [tried, setTried] = useState(false)
  const change = changeOf(remedy, dueOn)
  return (
    <li className="py-1.5">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <span className="flex min-h-11 min-w-0 flex-1 basis-64 items-center">{text}</span>
        {change && !tried ? (
          <Button size="small" look="outline" aria-label={m.tryOf(text)} onClick={() => setTried(true)}>
            {m.try}
          </Button>
        ) : null}
      </div>
      {change && tried ? <Outcome planId={planId} packageId={packageId} change={change} /> : null}
    </li>
  )
}
