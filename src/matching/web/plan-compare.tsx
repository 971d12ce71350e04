import type { z } from 'zod'
import { Disclosure } from '../../ui/disclosure.tsx'
import { useFormat } from '../../ui/format.ts'
import type { Board, totals } from '../contract/plans.ts'
import { usePlanWords } from './words.ts'

type Totals = z.output<typeof totals>

/** This plan beside the one before it, figure by figure. */
export function PlanCompare({ now, before }: { now: Totals; before: NonNullable<Board['before']> }) {
  const m = usePlanWords()
  const { number, minutes, yen } = useFormat()
  const { added, dropped, changed } = before
  const rows: [string, string, string][] = [
    [m.figures.people, number(before.people), number(now.people)],
    [m.figures.minutes, minutes(before.minutes), minutes(now.minutes)],
    [m.figures.fee, yen(before.feeYen), yen(now.feeYen)],
    [m.figures.rest, minutes(before.unfilledMinutes), minutes(now.unfilledMinutes)],
  ]
  return (
    <Disclosure summary={m.compare.title}>
      <p className="mb-2">{added + dropped + changed === 0 ? m.compare.same : [m.compare.added(number(added)), m.compare.dropped(number(dropped)), m.compare.changed(number(changed))].join(' · ')}</p>
      <div className="overflow-x-auto" tabIndex={0} role="group" aria-label={m.compare.title}>
        <table className="border-collapse">
          <caption className="sr-only">{m.compare.title}</caption>
          <thead>
            <tr className="border-b-2 border-line">
              <th scope="col" className="py-2 pr-6 text-left">{m.compare.item}</th>
              <th scope="col" className="py-2 pr-6 text-right">{m.compare.with}</th>
              <th scope="col" className="py-2 text-right">{m.compare.now}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([label, was, is]) => (
              <tr key={label} className="border-b border-line">
                <th scope="row" className="py-2 pr-6 text-left font-normal">{label}</th>
                <td className="tabular py-2 pr-6 text-right whitespace-nowrap">{was}</td>
                <td className="tabular py-2 text-right font-bold whitespace-nowrap">{is}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Disclosure>
  )
}
