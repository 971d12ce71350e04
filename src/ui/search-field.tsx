import { useId } from 'react'
import { controlClass, controlProps, HelpAndError } from './field.tsx'
import { Icon } from './icon.tsx'
import { useWords } from './words.ts'

type SearchFieldProps = {
  label: string
  help?: string
  value: string
  onChange: (value: string) => void
  /** Takes the focus when the dialog around it opens. */
  autoFocus?: boolean
  /** The label is for screen readers alone; the field then shows it as its placeholder. */
  compact?: boolean
  /** Given by a form in which what is found has to be chosen. */
  field?: { id: string; name: string; error: string | null }
}

/** A field to look for something; it can be emptied with one press. */
export function SearchField({ label, help, value, onChange, autoFocus = false, compact = false, field }: SearchFieldProps) {
  const words = useWords()
  const own = useId()
  const { id, name, error } = field ?? { id: own, name: '', error: null }
  return (
    // A page may hold several lists; the field above a list is no landmark, and the others are told apart by their labels.
    <div {...(compact ? {} : { role: 'search', 'aria-label': label })} className="min-w-0">
      <label htmlFor={id} className={compact ? 'sr-only' : 'block font-bold'}>
        {label}
      </label>
      <HelpAndError id={id} help={help} error={error} />
      <div className={`relative ${compact ? '' : 'mt-2'}`}>
        <Icon name="search" className="pointer-events-none absolute top-1/2 left-3 size-5 -translate-y-1/2 text-ink-soft" />
        <input
          {...controlProps(id, { name, error }, { label, help })}
          type="text"
          inputMode="search"
          enterKeyHint="search"
          autoComplete="off"
          {...(autoFocus ? { 'data-first-focus': '' } : {})}
          value={value}
          {...(compact ? { placeholder: label } : {})}
          onChange={(event) => onChange(event.target.value)}
          className={`${controlClass(error)} w-full pr-24! pl-10!`}
        />
        {value === '' ? null : (
          <button
            type="button"
            onClick={() => onChange('')}
            aria-label={words.list.clearSearch}
            className="tap absolute top-0.5 right-0.5 flex items-center justify-center rounded-8 px-2 text-ink-soft hover:bg-sunken"
          >
            <Icon name="close" className="size-5" />
          </button>
        )}
      </div>
    </div>
  )
}
