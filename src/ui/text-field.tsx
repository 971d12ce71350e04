import type { HTMLInputTypeAttribute, InputHTMLAttributes } from 'react'
import { controlClass, controlProps, FieldFrame, type FieldState, type FieldText, useFieldId } from './field.tsx'
import { useWords } from './words.ts'

type Width = 'short' | 'medium' | 'full'
const widths: Record<Width, string> = { short: 'w-full max-w-44', medium: 'w-full max-w-96', full: 'w-full max-w-2xl' }

type TextFieldProps = FieldState<string> &
  FieldText & {
    type?: Extract<HTMLInputTypeAttribute, 'text' | 'email' | 'tel' | 'url' | 'password' | 'time' | 'month'>
    width?: Width
    autoComplete?: string
    inputMode?: InputHTMLAttributes<HTMLInputElement>['inputMode']
    maxLength?: number
    placeholder?: string
    autoFocus?: boolean
    /** Writes what was typed as it will be kept, when the field is left. */
    tidy?: (text: string) => string
  }

export function TextField(props: TextFieldProps) {
  const { value, onChange, type = 'text', width = 'full', error = null, autoComplete = 'off' } = props
  const id = useFieldId(props, props.label)
  const { inputMode, maxLength, placeholder, autoFocus, tidy } = props
  return (
    <FieldFrame {...props} id={id}>
      <input
        {...controlProps(id, props, props)}
        {...(inputMode ? { inputMode } : {})}
        {...(maxLength ? { maxLength } : {})}
        {...(placeholder ? { placeholder } : {})}
        {...(autoFocus ? { autoFocus } : {})}
        type={type}
        autoComplete={autoComplete}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        {...(tidy ? { onBlur: () => (tidy(value) === value ? undefined : onChange(tidy(value))) } : {})}
        className={`${controlClass(error)} ${widths[width]}`}
      />
    </FieldFrame>
  )
}

type TextAreaProps = FieldState<string> & FieldText & { rows?: number; limit?: number }

/** Several lines; it grows with its text. `limit` shows how much is used without cutting anything off. */
export function TextArea(props: TextAreaProps) {
  const { value, onChange, rows = 4, limit, error = null } = props
  const words = useWords()
  const id = useFieldId(props, props.label)
  const used = [...value].length
  return (
    <FieldFrame {...props} id={id}>
      <textarea
        {...controlProps(id, props, props)}
        rows={rows}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className={`${controlClass(error)} block field-sizing-content min-h-28 w-full max-w-2xl`}
      />
      {limit ? (
        <p className={`tabular mt-1 max-w-2xl text-right text-[1rem] ${used > limit ? 'font-bold text-danger-ink' : 'text-ink-soft'}`}>
          {words.form.count(used, limit)}
        </p>
      ) : null}
    </FieldFrame>
  )
}
