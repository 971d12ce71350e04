import { z } from 'zod'
import { useFormat } from '../../ui/format.ts'
import { Notice } from '../../ui/status.tsx'
import { minutes } from '../../units/minutes.ts'
import { yen } from '../../units/yen.ts'
import { unitCount, unitMinutes as minutesOfUnit, unitPriceYen as priceOfUnit } from '../contract/shapes.ts'
import { judgeImpliedHourly } from '../rules/implied-hourly.ts'
import { useStaffWords } from './words.ts'

type Reference = { prefecture: string; hourlyYen: number }

type PriceCheckProps = { unitPriceYen: number | null; unitMinutes: number | null; units: number | null; reference: Reference | null }

/** What can be sent can be judged; what is typed on the way there need not. */
const priced = z.object({ unitPriceYen: priceOfUnit, unitMinutes: minutesOfUnit })

/** What an hour of this work brings, held against the minimum wage while the price is being typed. */
export function PriceCheck({ unitPriceYen, unitMinutes, units, reference }: PriceCheckProps) {
  const m = useStaffWords()
  const format = useFormat()
  const typed = priced.safeParse({ unitPriceYen, unitMinutes })
  if (!typed.success) return null
  const price = yen(typed.data.unitPriceYen)
  const length = minutes(typed.data.unitMinutes)
  const count = unitCount.safeParse(units)
  const verdict = judgeImpliedHourly(price, length, reference === null ? null : yen(reference.hourlyYen))
  const { belowReference, sufficientUnitFeeYen } = verdict
  const hourly = m.hourly(format.yen(verdict.hourlyYen))
  const sentence =
    reference === null || sufficientUnitFeeYen === null
      ? m.hourlyUnknown
      : belowReference
        ? m.hourlyLow(format.yen(reference.hourlyYen), reference.prefecture, format.yen(sufficientUnitFeeYen))
        : m.hourlyOk(format.yen(reference.hourlyYen), reference.prefecture)
  return (
    <div role="status">
      <Notice tone={belowReference === false ? 'success' : 'warning'} title={hourly}>
        <p>{sentence}</p>
        {count.success ? <p className="tabular">{m.totals(format.yen(count.data * price), format.minutes(count.data * length))}</p> : null}
        <p className="text-[1rem] text-ink-soft">{m.hourlyNote}</p>
      </Notice>
    </div>
  )
}

/** The reference for a place: the site's prefecture, or the highest of the programme's for work at home. */
export function referenceFor(
  onSiteId: string,
  { sites, references }: { sites: readonly { id: string; prefecture: string }[]; references: readonly Reference[] },
): Reference | null {
  const asked = onSiteId === '' ? sites : sites.filter((site) => site.id === onSiteId)
  const near = references.filter((reference) => asked.some((site) => site.prefecture === reference.prefecture))
  const considered = near.length > 0 || onSiteId !== '' ? near : references
  return considered.reduce<Reference | null>(
    (highest, each) => (highest === null || each.hourlyYen > highest.hourlyYen ? each : highest),
    null,
  )
}
