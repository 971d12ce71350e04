import type { z } from 'zod'
import { useRead } from '../../ui/client.ts'
import { useFormat } from '../../ui/format.ts'
import { Loaded } from '../../ui/loading.tsx'
import { contract } from '../contract/index.ts'
import { usePlanWords } from './words.ts'

export type Change = z.input<(typeof contract)['what-if']['input']>['change']

const othersShown = 5

/** What follows from a change that is only thought of: for the work itself, for everything, and for other work. */
export function Outcome({ planId, packageId, change }: { planId: string; packageId: string; change: Change }) {
  const m = usePlanWords().unfilled
  const { number, minutes, date, percent } = useFormat()
  const read = useRead(contract['what-if'], { planId, packageId, change }, { keepPrevious: true })
  return (
    <div role="status" className="space-y-1 pb-1">
      <Loaded of={read} lines={1}>
        {({ unitsLeft, unitsBefore, unitName, dueOn, onTime, others, ...all }) => (
          <>
            <p className="font-bold text-accent-ink">
              {change.kind === 'due' ? `${m.later(date(dueOn))} ` : ''}
              {unitsLeft === unitsBefore
                ? unitsLeft === 0
                  ? m.allStill
                  : m.same
                : unitsLeft === 0
                  ? m.all
                  : unitsLeft < unitsBefore
                    ? m.less(number(unitsBefore), number(unitsLeft), unitName)
                    : m.more(number(unitsBefore), number(unitsLeft), unitName)}
            </p>
            {onTime === null || unitsLeft > 0 ? null : <p>{m.onTime(percent(onTime))}</p>}
            {all.minutes === all.minutesBefore ? null : <p>{m.minutes(minutes(all.minutesBefore), minutes(all.minutes))}</p>}
            {others.length === 0 ? null : (
              <ul className="list-disc pl-6">
                {others.slice(0, othersShown).map((each) => (
                  <li key={each.packageId}>
                    {m.other(each.title, `${number(each.unitsBefore)}${each.unitName}`, `${number(each.unitsLeft)}${each.unitName}`)}
                  </li>
                ))}
                {others.length > othersShown ? <li>{m.otherMore(number(others.length - othersShown))}</li> : null}
              </ul>
            )}
          </>
        )}
      </Loaded>
    </div>
  )
}
