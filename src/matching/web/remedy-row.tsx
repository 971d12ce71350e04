import { useState } from 'react'
import type { z } from 'zod'
import { Button } from '../../ui/button.tsx'
import { useRead } from '../../ui/client.ts'
import { useFormat } from '../../ui/format.ts'
import { Loaded } from '../../ui/loading.tsx'
import { contract } from '../contract/index.ts'
import type { Remedy } from '../contract/shapes.ts'
import { usePlanWords } from './words.ts'

type Change = z.input<(typeof contract)['what-if']['input']>['change']
/** A due date is tried one week later. */
const laterDays = 7

function changeOf(remedy: Remedy): Change | null {
  if (remedy.kind === 'train' && remedy.skill) return { kind: 'train', skill: remedy.skill.key, level: remedy.skill.level, people: Math.min(1_000, remedy.people) }
  if (remedy.kind === 'seats') return { kind: 'seats', seats: Math.min(1_000, remedy.people) }
  return remedy.kind === 'due' ? { kind: 'due', days: laterDays } : null
}

/** One way to remove a shortage; what can be calculated is tried at a press. */
export function RemedyRow({ planId, packageId, remedy, text }: { planId: string; packageId: string; remedy: Remedy; text: string }) {
  const m = usePlanWords().unfilled
  const [tried, setTried] = useState(false)
  const change = changeOf(remedy)
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

function Outcome({ planId, packageId, change }: { planId: string; packageId: string; change: Change }) {
  const m = usePlanWords().unfilled
  const { number, date } = useFormat()
  const read = useRead(contract['what-if'], { planId, packageId, change })
  return (
    <div role="status" className="pb-1 font-bold text-accent-ink">
      <Loaded of={read} lines={1}>
        {({ unitsLeft, unitsBefore, unitName, dueOn }) => (
          <p>
            {change.kind === 'due' ? `${m.later(date(dueOn))} ` : ''}
            {unitsLeft === 0 ? m.all : unitsLeft < unitsBefore ? m.less(number(unitsBefore), number(unitsLeft), unitName) : m.same}
          </p>
        )}
      </Loaded>
    </div>
  )
}
