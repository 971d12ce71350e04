import { type ChangeEvent, useState } from 'react'
import { groupDigits } from '../units/yen.ts'
import { controlClass, controlProps, FieldFrame, type FieldState, type FieldText, useFieldId, useUnfit } from './field.tsx'
import { type Measure, readNumber } from './typed-number.ts'
import { useWords } from './words.ts'

const hourMinutes = 60

function show(value: number | null, measure: Measure): string {
  if (value === null || Number.isNaN(value)) return ''
  return groupDigits(String(measure === 'hours' ? Math.round((value / hourMinutes) * 100) / 100 : value))
}

type NumberFieldProps = FieldState<number | null> &
  FieldText & {
    /** Written after the number: yen, minutes, pieces. It may be typed too. */
    unit?: string
    measure?: Measure
    width?: 'short' | 'medium'
  }

type NumberControl = {
  value: number | null
  onChange: (value: number | null) => void
  unit?: string | undefined
  measure?: Measure | undefined
  /** Why a number that can be read is none that may stand here. */
  refuse?: (value: number) => string | null
}

/** The text of a number while it is typed, and the reason why it is none, said when the field is left. */
export function useTypedNumber({ value, onChange, unit, measure = 'count', refuse }: NumberControl) {
  const words = useWords()
  const [last, setTyped] = useState<{ text: string; value: number | null } | null>(null)
  const [left, setLeft] = useState(true)
  // A value that came from elsewhere takes the place of the text.
  const typed = last !== null && Object.is(last.value, value) ? last : null
  const reason =
    value === null ? null : Number.isNaN(value) ? (typed?.text ? words.faults.unreadable[measure] : null) : (refuse?.(value) ?? null)
  const control = {
    ref: useUnfit(reason),
    type: 'text',
    inputMode: 'decimal',
    autoComplete: 'off',
    value: typed?.text ?? show(value, measure),
    onChange: (event: ChangeEvent<HTMLInputElement>) => {
      const number = readNumber(event.target.value, measure, unit)
      setTyped({ text: event.target.value, value: number })
      onChange(number)
    },
    onFocus: () => setLeft(false),
    onBlur: () => {
      setLeft(true)
      if (reason === null) setTyped(null)
    },
  } as const
  return { control, error: left ? reason : null }
}

/**
 * A number, right-aligned, read by `readNumber`. Its value is null while nothing is typed and NaN while that is no number, which no
 * contract takes; what was typed stays, with the reason beside it, and the form is not sent.
 */
export function NumberField(props: NumberFieldProps) {
  const { unit, width = 'short' } = props
  const id = useFieldId(props, props.label)
  const typed = useTypedNumber(props)
  const error = props.error ?? typed.error
  return (
    <FieldFrame {...props} id={id} error={error}>
      <span className="inline-flex max-w-full items-center gap-2">
        <input
          {...controlProps(id, { name: props.name, error }, props)}
          {...typed.control}
          className={`${controlClass(error)} tabular text-right ${width === 'short' ? 'w-40' : 'w-64'} max-w-full`}
        />
        {unit ? <span>{unit}</span> : null}
      </span>
    </FieldFrame>
  )
}

type OwnUnit = Omit<NumberFieldProps, 'unit' | 'measure'>

/** An amount of money in whole yen. */
export function YenField(props: OwnUnit) {
  const words = useWords()
  return <NumberField {...props} unit={words.form.yen} measure="yen" />
}

/** A length of work in whole minutes. */
export function MinutesField(props: OwnUnit) {
  const words = useWords()
  return <NumberField {...props} unit={words.form.minutes} measure="minutes" />
}

/** Minutes that are typed in hours, because nobody counts a month in minutes. */
export function HoursField(props: OwnUnit) {
  const words = useWords()
  return <NumberField {...props} unit={words.form.hours} measure="hours" />
}
