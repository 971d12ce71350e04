import { useFormat } from '../../ui/format.ts'
import { Notice } from '../../ui/status.tsx'
import { DateText } from '../../ui/value-text.tsx'
import type { Board } from '../contract/plans.ts'
import { usePlanWords } from './words.ts'

/** Promised work that no longer fits its person's time: what it is, and that the person is asked first. */
export function HandOver({ plan }: { plan: Board }) {
  const m = usePlanWords()
  const { number } = useFormat()
  if (plan.freed.length === 0 || plan.state !== 'proposed') return null
  const words = m.handOver
  return (
    <Notice tone="warning" title={plan.cause === 'away' ? words.away(plan.workerName ?? '') : words.hours(plan.workerName ?? '')}>
      <ul className="list-disc pl-6">
        {plan.freed.map((each) => (
          <li key={each.packageId}>
            {words.item(each.title, `${number(each.units)}${each.unitName}`)} ({m.due} <DateText date={each.dueOn} short />)
          </li>
        ))}
      </ul>
      <p className="mt-2">{plan.offers.length === 0 ? words.nobody : words.ask}</p>
    </Notice>
  )
}
