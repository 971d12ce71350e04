import { createContext, type ReactNode, type RefCallback, use, useCallback, useEffect, useId } from 'react'
import { Icon } from './icon.tsx'
import { useWords } from './words.ts'

/** What `form.field('name')` gives to a field; a field outside a form gets the same by hand. */
export type FieldState<Value> = {
  name: string
  value: Value
  onChange: (value: Value) => void
  id?: string
  error?: string | null
}

export type FieldText = {
  label: ReactNode
  /** What to enter and why it is asked; shown before the field. */
  help?: ReactNode
  required?: boolean
  /** Marks the field as one that may stay empty; for forms in which most are required. */
  optional?: boolean
  disabled?: boolean
}

/** Tells a form that a field still works at its value, an upload say; the form waits with sending. */
export const FormBusy = createContext<((name: string, busy: boolean) => void) | null>(null)

type Registry = (name: string, id: string, label: string) => () => void
export const FieldRegistry = createContext<Registry | null>(null)

function plainText(label: ReactNode): string {
  return typeof label === 'string' ? label : ''
}

/** Makes a field known to its form, so that the error summary can name it and lead to it. */
export function useFieldId(state: { name: string; id?: string }, label: ReactNode): string {
  const register = use(FieldRegistry)
  const own = useId()
  const id = state.id ?? own
  const text = plainText(label)
  useEffect(() => register?.(state.name, id, text), [register, state.name, id, text])
  return id
}

/** Keeps a form from being sent while what stands in a control can't be taken: the browser's own check, with our reason. */
export function useUnfit(reason: string | null): RefCallback<HTMLInputElement> {
  return useCallback((input) => input?.setCustomValidity(reason ?? ''), [reason])
}

/** The controls of a form that hold what can't be taken, by name, with the reason; null for a day that is typed in part. */
export function unfitFields(form: HTMLFormElement): { path: string; text: string | null }[] {
  return [...form.elements].flatMap((control) =>
    control instanceof HTMLInputElement && (control.validity.customError || control.validity.badInput)
      ? [{ path: control.name, text: control.validity.customError ? control.validationMessage : null }]
      : [],
  )
}

/** The ids of help and error for `aria-describedby`. */
export function describedBy(id: string, help: ReactNode, error: string | null | undefined): { 'aria-describedby'?: string } {
  const ids = [help ? `${id}-help` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return ids === '' ? {} : { 'aria-describedby': ids }
}

export function Mark({ required, optional }: { required?: boolean | undefined; optional?: boolean | undefined }) {
  const words = useWords()
  if (required) {
    return (
      <span className="ml-2 inline-block rounded-4 border border-danger-ink px-1.5 text-[0.875rem] leading-6 font-bold text-danger-ink">
        {words.required}
      </span>
    )
  }
  return optional ? <span className="ml-2 text-[0.9375rem] font-normal text-ink-soft">{words.optional}</span> : null
}

export function HelpAndError({ id, help, error }: { id: string; help?: ReactNode; error?: string | null | undefined }) {
  return (
    <>
      {help ? (
        <div id={`${id}-help`} className="measure mt-0.5 text-[1rem] leading-relaxed text-ink-soft">
          {help}
        </div>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className="mt-1 flex items-start gap-1.5 font-bold text-danger-ink">
          <Icon name="error" className="mt-1 size-5" />
          {error}
        </p>
      ) : null}
    </>
  )
}

type FieldFrameProps = FieldText & { id: string; error?: string | null | undefined; children: ReactNode }

/** Label above, then help, then error, then the field. */
export function FieldFrame({ id, label, help, error, required, optional, children }: FieldFrameProps) {
  return (
    <div className={error ? 'border-l-4 border-danger-line pl-4' : ''}>
      <label htmlFor={id} className="inline-block font-bold">
        {label}
        <Mark required={required} optional={optional} />
      </label>
      <HelpAndError id={id} help={help} error={error} />
      <div className="mt-2">{children}</div>
    </div>
  )
}

type GroupFrameProps = Omit<FieldFrameProps, 'id'> & { id: string }

/** The same for several controls under one question. */
export function GroupFrame({ id, label, help, error, required, optional, disabled, children }: GroupFrameProps) {
  return (
    <fieldset
      {...(disabled ? { disabled } : {})}
      {...describedBy(id, help, error)}
      className={error ? 'min-w-0 border-l-4 border-danger-line pl-4' : 'min-w-0'}
    >
      <legend className="font-bold">
        {label}
        <Mark required={required} optional={optional} />
      </legend>
      <HelpAndError id={id} help={help} error={error} />
      <div className="mt-2">{children}</div>
    </fieldset>
  )
}

export function controlClass(error: string | null | undefined): string {
  const border = error ? 'border-2 border-danger-line' : 'border border-field-line'
  const disabled = 'disabled:cursor-not-allowed disabled:border-line disabled:bg-sunken disabled:text-ink-faint'
  return `min-h-12 rounded-8 bg-surface px-4 py-2 text-ink ${disabled} ${border}`
}

/** Attributes that every control of a field carries. */
export function controlProps(id: string, state: { name: string; error?: string | null }, text: FieldText) {
  return {
    id,
    name: state.name,
    ...describedBy(id, text.help, state.error),
    ...(state.error ? { 'aria-invalid': true } : {}),
    ...(text.required ? { required: true } : {}),
    ...(text.disabled ? { disabled: true } : {}),
  }
}
