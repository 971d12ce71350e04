import { useState } from 'react'
import { groupDigits } from '../units/yen.ts'
import { controlClass, controlProps, FieldFrame, type FieldState, type FieldText, useFieldId } from './field.tsx'
import { useWords } from './words.ts'

/** The number a person typed, with full-width digits and commas allowed; null when empty, NaN when it is none. */
export function parseNumber(text: string): number | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[,\s\u3001]/g, '')
    .replace(/^[\u2212\u30fc\u2015]/, '-')
  if (plain === '') return null
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN
}

function show(value: number | null): string {
  return value === null || Number.isNaN(value) ? '' : groupDigits(String(value))
}

type NumberFieldProps = FieldState<number | null> &
  FieldText & {
    /** Written after the number: yen, minutes, pieces. */
    unit?: string
    width?: 'short' | 'medium'
  }

/** A number, right-aligned; commas and full-width digits are understood. */
export function NumberField(props: NumberFieldProps) {
  const { value, onChange, unit, width = 'short' } = props
  const words = useWords()
  const id = useFieldId(props, props.label)
  const [typed, setTyped] = useState<string | null>(null)
  const wrong = typed !== null && Number.isNaN(parseNumber(typed))
  const error = props.error ?? (wrong && document.activeElement?.id !== id ? words.faults.notNumber : null)
  const type = (text: string): void => {
    setTyped(text)
    const number = parseNumber(text)
    onChange(Number.isNaN(number) ? null : number)
  }
  const leave = (): void => {
    // Text that is no number stays as it was typed, with the error beside it.
    setTyped((text) => (text !== null && Number.isNaN(parseNumber(text)) ? `${text.trim()} ` : null))
  }
  return (
    <FieldFrame {...props} id={id} error={error}>
      <span className="inline-flex max-w-full items-center gap-2">
        <input
          {...controlProps(id, { name: props.name, error }, props)}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          value={typed ?? show(value)}
          onChange={(event) => type(event.target.value)}
          onBlur={leave}
          className={`${controlClass(error)} tabular text-right ${width === 'short' ? 'w-40' : 'w-64'} max-w-full`}
        />
        {unit ? <span>{unit}</span> : null}
      </span>
    </FieldFrame>
  )
}

/** An amount of money in whole yen. */
export function YenField(props: Omit<NumberFieldProps, 'unit'>) {
  const words = useWords()
  return <NumberField {...props} unit={words.form.yen} />
}

/** A length of work in whole minutes. */
export function MinutesField(props: Omit<NumberFieldProps, 'unit'>) {
  const words = useWords()
  return <NumberField {...props} unit={words.form.minutes} />
}
