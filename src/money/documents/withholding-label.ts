import { type CalendarDate, calendarDate, type Validity, validOn } from '../../units/calendar-date.ts'

/**
 * The name of the tax withheld, by payment date. The rate stays 10.21 % and 20.42 %, the parts change:
 * 東日本大震災復興財源確保法 28条 (from 2013), and from 2027 防衛特別所得税 beside it (令和8年度税制改正, 国税庁 令和8年5月).
 */
const labels: readonly (Validity & { readonly label: string })[] = [
  { validFrom: calendarDate('2013-01-01'), validTo: calendarDate('2026-12-31'), label: '所得税及び復興特別所得税' },
  { validFrom: calendarDate('2027-01-01'), validTo: null, label: '所得税、防衛特別所得税及び復興特別所得税' },
]

/** Throws a RangeError before 2013. */
export function withholdingLabelOn(paidOn: CalendarDate): string {
  const row = validOn(labels, paidOn)
  if (row === null) throw new RangeError(`no name of the withheld tax on ${paidOn}`)
  return row.label
}
