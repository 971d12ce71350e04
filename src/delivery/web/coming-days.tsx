import { DateText, Money } from '../../ui/value-text.tsx'
import type { ComingDay } from '../contract/hand-in.ts'
import { useDeliveryWords } from './words.ts'

/** What is still to be paid, a row a pay date; further rows may follow. */
export function ComingDays({ days, today, children }: { days: readonly ComingDay[]; today: string; children?: React.ReactNode }) {
  const m = useDeliveryWords()
  return (
    <dl className="divide-y divide-line border-y border-line">
      {days.map((day) => (
        <div key={day.payOn} className="flex flex-wrap items-baseline justify-between gap-x-4 py-3">
          <dt>
            <DateText date={day.payOn} relativeTo={today} />
          </dt>
          <dd className="w-full sm:w-auto sm:text-right">
            <Part yen={day.statedYen} words={m.work.stated} />
            <Part yen={day.acceptedYen} words={m.work.acceptedFee} />
            <Part yen={day.waitingYen} words={m.work.inspecting} />
          </dd>
        </div>
      ))}
      {children}
    </dl>
  )
}

function Part({ yen, words }: { yen: number; words: string }) {
  if (yen === 0) return null
  return (
    <span className="block">
      <span className="text-[1.25rem] font-bold">
        <Money yen={yen} />
      </span>
      <span className="ml-2 text-ink-soft">{words}</span>
    </span>
  )
}
