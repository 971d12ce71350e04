import { Select } from '../../ui/choice-field.tsx'
import type { FieldState, FieldText } from '../../ui/field.tsx'
import { useFormat } from '../../ui/format.ts'

const years = Array.from({ length: 40 }, (_, index) => 2010 + index)

/** A fiscal year by its era name and the calendar year in which it begins. */
export function YearSelect(props: FieldState<string> & FieldText) {
  const format = useFormat()
  return <Select {...props} options={years.map((year) => ({ value: String(year), label: `${format.fiscalYear(year)} (${year})` }))} />
}
