import { useState } from 'react'
import { isCalendarDate } from '../units/calendar-date.ts'
import { controlClass, controlProps, FieldFrame, type FieldState, type FieldText, useFieldId, useUnfit } from './field.tsx'
import { useFormat } from './format.ts'
import { useWords } from './words.ts'

// Nothing here began before or is planned beyond; with a last day the browser takes years of four digits only.
const earliest = '1900-01-01'
const latest = '2099-12-31'

type DateFieldProps = FieldState<string> &
  FieldText & {
    /** First and last day that may be chosen, as ISO dates. */
    min?: string
    max?: string
  }

/**
 * A day as an ISO date, or the empty string. The browser's own picker, with the era date beside it. While a year is being typed its value is
 * a day of the year 2 or 20; outside of its limits the field says so and its form is not sent.
 */
export function DateField(props: DateFieldProps) {
  const { value, min = earliest, max = latest } = props
  const format = useFormat()
  const words = useWords().faults
  const id = useFieldId(props, props.label)
  const [left, setLeft] = useState(true)
  // A day that is typed in part has no value yet; only the browser knows of it.
  const [isPartial, setPartial] = useState(false)
  const reason =
    value === ''
      ? null
      : !isCalendarDate(value)
        ? words.notDate
        : value < min
          ? words.tooEarly(format.date(min))
          : value > max
            ? words.tooLate(format.date(max))
            : null
  const unfit = useUnfit(reason)
  const error = props.error ?? (left ? (reason ?? (isPartial ? words.notDate : null)) : null)
  return (
    <FieldFrame {...props} id={id} error={error}>
      <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <input
          {...controlProps(id, { name: props.name, error }, props)}
          ref={unfit}
          min={min}
          max={max}
          type="date"
          value={value}
          onChange={(event) => props.onChange(event.target.value)}
          onFocus={() => setLeft(false)}
          onBlur={(event) => {
            setLeft(true)
            setPartial(event.target.validity.badInput)
          }}
          className={`${controlClass(error)} tabular w-52 max-w-full`}
        />
        <output htmlFor={id} className="text-ink-soft">
          {value === '' || reason !== null ? '' : format.date(value)}
        </output>
      </span>
    </FieldFrame>
  )
}
