import type { ReactNode } from 'react'
import { useFormat } from '../../ui/format.ts'
import { useWorkerWords } from './words.ts'

/** What somebody weighs before they answer. Yen without tax. */
export type OfferFactsProps = {
  units: number
  unitName: string
  minutes: number
  unitPriceYen: number
  feeYen: number
  hourlyYen: number
  dueOn: string
  daysLeft: number
  minutesPerDay: number
}

/** "3 days left, 30 minutes a day is enough". */
function usePaceText(): (pace: { daysLeft: number; minutesPerDay: number }) => string {
  const m = useWorkerWords()
  const format = useFormat()
  return ({ daysLeft, minutesPerDay }) => {
    if (daysLeft < 0) return m.pacePast
    return daysLeft === 0 ? m.paceToday(format.minutes(minutesPerDay)) : m.pace(daysLeft, format.minutes(minutesPerDay))
  }
}

/** Fee, amount and due date in three lines, so that a phone shows them with the answer below. */
export function OfferFacts(offer: OfferFactsProps) {
  const m = useWorkerWords()
  const format = useFormat()
  const paceText = usePaceText()
  return (
    <dl className="divide-y divide-line border-y border-line">
      <Fact label={m.fee} value={format.yen(offer.feeYen)} strong>
        {m.perUnit(format.yen(offer.unitPriceYen), offer.unitName)}
        {' · '}
        {m.hourlyIs(format.yen(offer.hourlyYen))}
      </Fact>
      <Fact label={m.amount} value={m.amountText(format.number(offer.units), offer.unitName, format.minutes(offer.minutes))} />
      <Fact label={m.due} value={<time dateTime={offer.dueOn}>{format.date(offer.dueOn)}</time>}>
        {paceText(offer)}
      </Fact>
    </dl>
  )
}

type FactProps = { label: string; value: ReactNode; strong?: boolean; children?: ReactNode }

function Fact({ label, value, strong = false, children }: FactProps) {
  return (
    <div className="flex flex-wrap items-baseline gap-x-3 py-2">
      <dt className="w-full text-[1rem] text-ink-soft sm:w-44">{label}</dt>
      <dd className="min-w-0 flex-1">
        <span className={`tabular font-bold ${strong ? 'text-[1.5rem] leading-tight' : ''}`}>{value}</span>
        {children ? <span className="block text-[1rem] text-ink-soft">{children}</span> : null}
      </dd>
    </div>
  )
}
