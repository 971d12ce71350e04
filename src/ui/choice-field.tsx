import type { ReactNode } from 'react'
import {
  controlClass,
  controlProps,
  describedBy,
  FieldFrame,
  type FieldState,
  type FieldText,
  GroupFrame,
  HelpAndError,
  Mark,
  useFieldId,
} from './field.tsx'
import { Icon } from './icon.tsx'
import { useWords } from './words.ts'

type Option<Value extends string = string> = { value: Value; label: string; help?: ReactNode; disabled?: boolean }

type Choice<Value extends string> = FieldText & { options: readonly Option<Value>[] }

/** One of many. Below about six options a RadioGroup shows them all at once and is quicker. */
export function Select<Value extends string>(props: FieldState<Value | ''> & Choice<Value> & { none?: string }) {
  const words = useWords()
  const id = useFieldId(props, props.label)
  const choose = (value: string): void => {
    props.onChange(props.options.find((option) => option.value === value)?.value ?? '')
  }
  return (
    <FieldFrame {...props} id={id}>
      <span className="relative inline-block w-full max-w-96">
        <select
          {...controlProps(id, props, props)}
          value={props.value}
          onChange={(event) => choose(event.target.value)}
          className={`${controlClass(props.error)} w-full appearance-none pr-12`}
        >
          <option value="">{props.none ?? words.form.choose}</option>
          {props.options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon name="chevron-down" className="pointer-events-none absolute top-1/2 right-4 size-5 -translate-y-1/2 text-ink-soft" />
      </span>
    </FieldFrame>
  )
}

const rowClass =
  'flex min-h-11 cursor-pointer items-start gap-3 rounded-8 px-2 py-2 hover:bg-accent-soft has-[:disabled]:cursor-not-allowed has-[:disabled]:text-ink-faint'
const tileClass =
  'flex min-h-12 cursor-pointer items-start gap-3 rounded-12 border border-field-line bg-surface px-4 py-3 hover:bg-accent-soft ' +
  'has-[:checked]:border-2 has-[:checked]:border-accent has-[:checked]:bg-accent-soft has-[:checked]:px-[calc(1rem-1px)] ' +
  'has-[:checked]:py-[calc(0.75rem-1px)] has-[:disabled]:cursor-not-allowed has-[:disabled]:text-ink-faint'
const boxClass = 'mt-0.5 size-6 shrink-0 accent-(--accent) disabled:cursor-not-allowed'

function OptionText({ option, id }: { option: Option; id: string }) {
  return (
    <span className="min-w-0">
      <span className="block leading-relaxed">{option.label}</span>
      {option.help ? (
        <span id={`${id}-help`} className="block text-[1rem] leading-relaxed text-ink-soft">
          {option.help}
        </span>
      ) : null}
    </span>
  )
}

type RadioGroupProps<Value extends string> = FieldState<Value | ''> & Choice<Value> & { look?: 'rows' | 'tiles' }

/** One of a few, all in sight. */
export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>) {
  const id = useFieldId(props, props.label)
  const tiles = props.look === 'tiles'
  return (
    <GroupFrame {...props} id={id}>
      <div className={tiles ? 'grid max-w-2xl gap-3' : ''}>
        {props.options.map((option, index) => (
          <label key={option.value} className={tiles ? tileClass : rowClass}>
            <input
              type="radio"
              id={index === 0 ? id : `${id}-${index}`}
              name={id}
              value={option.value}
              checked={props.value === option.value}
              onChange={() => props.onChange(option.value)}
              required={props.required ?? false}
              {...(option.disabled ? { disabled: true } : {})}
              {...(option.help ? { 'aria-describedby': `${id}-${index}-help` } : {})}
              className={boxClass}
            />
            <OptionText option={option} id={`${id}-${index}`} />
          </label>
        ))}
      </div>
    </GroupFrame>
  )
}

/** Any number of a few. */
export function Checkboxes<Value extends string>(props: FieldState<readonly Value[]> & Choice<Value> & { columns?: boolean }) {
  const id = useFieldId(props, props.label)
  const toggle = (value: Value, on: boolean): void => {
    // In the order of the options, so that the same choice is always the same value.
    props.onChange(props.options.map((option) => option.value).filter((each) => (each === value ? on : props.value.includes(each))))
  }
  return (
    <GroupFrame {...props} id={id}>
      <div className={props.columns ? 'grid max-w-2xl grid-cols-[repeat(auto-fill,minmax(min(14rem,100%),1fr))]' : ''}>
        {props.options.map((option, index) => (
          <label key={option.value} className={rowClass}>
            <input
              type="checkbox"
              id={index === 0 ? id : `${id}-${index}`}
              name={props.name}
              value={option.value}
              checked={props.value.includes(option.value)}
              onChange={(event) => toggle(option.value, event.target.checked)}
              {...(option.disabled ? { disabled: true } : {})}
              {...(option.help ? { 'aria-describedby': `${id}-${index}-help` } : {})}
              className={boxClass}
            />
            <OptionText option={option} id={`${id}-${index}`} />
          </label>
        ))}
      </div>
    </GroupFrame>
  )
}

/** Yes or no; its label is a sentence that can be agreed to. */
export function Checkbox(props: FieldState<boolean> & FieldText) {
  const id = useFieldId(props, props.label)
  return (
    <div className={props.error ? 'border-l-4 border-danger-line pl-4' : ''}>
      <HelpAndError id={id} error={props.error} />
      <label className={`${rowClass} -ml-2`}>
        <input
          {...controlProps(id, props, { ...props, help: null })}
          {...describedBy(id, props.help, props.error)}
          type="checkbox"
          checked={props.value}
          onChange={(event) => props.onChange(event.target.checked)}
          className={boxClass}
        />
        <span className="leading-relaxed">
          {props.label}
          <Mark required={props.required} optional={props.optional} />
        </span>
      </label>
      {props.help ? (
        <p id={`${id}-help`} className="measure ml-9 text-[1rem] leading-relaxed text-ink-soft">
          {props.help}
        </p>
      ) : null}
    </div>
  )
}
