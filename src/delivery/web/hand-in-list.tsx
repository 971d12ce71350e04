import type { z } from 'zod'
import { Badge, type Tone } from '../../ui/status.tsx'
import { DateText, NumberText } from '../../ui/value-text.tsx'
import type { handIn } from '../contract/hand-in.ts'
import { FileLinks } from './file-links.tsx'
import { ReworkNote } from './rework-note.tsx'
import { useDeliveryWords } from './words.ts'

type HandIn = z.output<typeof handIn>
export const handInTones = { waiting: 'info', accepted: 'success', returned: 'warning', replaced: 'neutral' } as const satisfies Record<
  HandIn['state'],
  Tone
>

/** Hand-ins one after another, each with its dates, files and return. */
export function HandInList({ handIns, unitName }: { handIns: readonly HandIn[]; unitName: string }) {
  const m = useDeliveryWords()
  if (handIns.length === 0) return <p className="text-ink-soft">{m.work.noHistory}</p>
  return (
    <ol className="space-y-5">
      {handIns.map((each) => (
        <li key={each.id} className="space-y-3 border-l-4 border-line pl-4">
          <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <span className="text-[1.125rem] font-bold">
              <NumberText value={each.units} unit={unitName} />
            </span>
            <Badge tone={handInTones[each.state]}>{m.states[each.state]}</Badge>
          </div>
          <dl className="grid gap-x-6 gap-y-1 sm:grid-cols-2">
            <Line term={m.handIn.receivedAt} date={each.receivedAt} time />
            {each.state === 'waiting' ? <Line term={m.handIn.inspectBy} date={each.inspectBy} /> : null}
            {each.state === 'waiting' || each.state === 'accepted' ? <Line term={m.payOn} date={each.payOn} /> : null}
          </dl>
          {each.note === '' ? null : <p className="whitespace-pre-line">{each.note}</p>}
          {each.files.length > 0 ? <FileLinks files={each.files} /> : null}
          {each.rework && each.state === 'returned' ? <ReworkNote rework={each.rework} /> : null}
        </li>
      ))}
    </ol>
  )
}

function Line({ term, date, time = false }: { term: string; date: string; time?: boolean }) {
  return (
    <div>
      <dt className="text-ink-soft">{term}</dt>
      <dd>
        <DateText date={date} time={time} />
      </dd>
    </div>
  )
}
