import { controlClass, controlProps, FieldFrame, type FieldState, type FieldText, useFieldId } from './field.tsx'
import { useFormat } from './format.ts'

type DateFieldProps = FieldState<string> &
  FieldText & {
    /** First and last day that may be chosen, as ISO dates. */
    min?: string
    max?: string
  }

/** A day as an ISO date, or the empty string. The browser's own picker, with the era date beside it. */
export function DateField(props: DateFieldProps) {
  const format = useFormat()
  const id = useFieldId(props, props.label)
  return (
    <FieldFrame {...props} id={id}>
      <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <input
          {...controlProps(id, props, props)}
          {...(props.min ? { min: props.min } : {})}
          {...(props.max ? { max: props.max } : {})}
          type="date"
          value={props.value}
          onChange={(event) => props.onChange(event.target.value)}
          className={`${controlClass(props.error)} tabular w-52 max-w-full`}
        />
        <output htmlFor={id} className="text-ink-soft">
          {props.value === '' ? '' : format.date(props.value)}
        </output>
      </span>
    </FieldFrame>
  )
}
