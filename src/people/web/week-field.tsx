import { Button } from '../../ui/button.tsx'
import { controlClass, controlProps, type FieldState, type FieldText, GroupFrame, HelpAndError, useFieldId } from '../../ui/field.tsx'
import { useFormat } from '../../ui/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { useTypedNumber } from '../../ui/number-field.tsx'
import { useWords } from '../../ui/words.ts'
import { weekMinutes } from '../rules/free-minutes.ts'
import { usePeopleWords } from './words.ts'

const step = 30
const longest = 1_440

type DayProps = { name: string; index: number; minutes: number; onChange: (minutes: number) => void }

function Day({ name, index, minutes, onChange }: DayProps) {
  const m = usePeopleWords()
  const words = useWords().faults
  const format = useFormat()
  const day = m.weekdaysLong[index] ?? ''
  const field = { name: `${name}.${index}` }
  const id = useFieldId(field, m.week.minutesOf(day))
  const { control, error } = useTypedNumber({
    value: minutes,
    onChange: (typed) => onChange(typed ?? 0),
    measure: 'minutes',
    refuse: (value) => {
      if (value > longest) return words.tooBig(format.number(longest))
      if (value < 0) return words.tooSmall('0')
      return Number.isInteger(value) ? null : words.notWhole
    },
  })
  const set = (value: number): void => onChange(Math.min(longest, Math.max(0, Math.round(value) || 0)))
  const round =
    'tap flex size-12 shrink-0 items-center justify-center rounded-full border border-field-line bg-surface text-accent-ink ' +
    'hover:bg-accent-soft disabled:text-ink-faint'
  return (
    <li className="flex flex-wrap items-center gap-2 border-b border-line py-2 last:border-b-0 sm:gap-3">
      <label htmlFor={id} className="w-24 shrink-0 leading-snug">
        <span className="block font-bold">{day}</span>
        <span className={`tabular block ${minutes === 0 ? 'text-ink-soft' : ''}`}>
          {minutes === 0 ? m.mine.restOf : format.minutes(minutes)}
        </span>
      </label>
      <button type="button" className={round} disabled={minutes === 0} aria-label={m.week.less(day)} onClick={() => set(minutes - step)}>
        <Icon name="minus" />
      </button>
      <input
        {...controlProps(id, { ...field, error }, { label: day })}
        {...control}
        aria-label={m.week.minutesOf(day)}
        onFocus={(event) => {
          control.onFocus()
          event.target.select()
        }}
        className={`${controlClass(error)} tabular w-20 min-w-0 px-2! text-right`}
      />
      <button
        type="button"
        className={round}
        disabled={minutes >= longest}
        aria-label={m.week.more(day)}
        onClick={() => set(minutes + step)}
      >
        <Icon name="plus" />
      </button>
      {error ? (
        <div className="w-full">
          <HelpAndError id={id} error={error} />
        </div>
      ) : null}
    </li>
  )
}

const presets = {
  weekdayHour: [60, 60, 60, 60, 60, 0, 0],
  weekdayTwoHours: [120, 120, 120, 120, 120, 0, 0],
  weekend: [0, 0, 0, 0, 0, 180, 180],
  clear: [0, 0, 0, 0, 0, 0, 0],
} as const
const presetNames = ['weekdayHour', 'weekdayTwoHours', 'weekend', 'clear'] as const

/** The minutes of Monday to Sunday: steps of half an hour, or typed to the minute. */
export function WeekField(props: FieldState<readonly number[]> & FieldText) {
  const { value, onChange } = props
  const m = usePeopleWords()
  const format = useFormat()
  const id = useFieldId(props, props.label)
  return (
    <GroupFrame {...props} id={id}>
      <div className="max-w-xl">
        <div role="group" aria-label={m.week.presets} className="mb-3 grid grid-cols-2 gap-2 sm:flex sm:flex-wrap">
          {presetNames.map((name) => (
            <Button key={name} look="outline" size="small" onClick={() => onChange(presets[name])}>
              {m.week[name]}
            </Button>
          ))}
        </div>
        <ul>
          {value.map((minutes, index) => (
            <Day
              key={m.weekdays[index]}
              name={props.name}
              index={index}
              minutes={minutes}
              onChange={(changed) => onChange(value.map((each, at) => (at === index ? changed : each)))}
            />
          ))}
        </ul>
        <p aria-live="polite" className="mt-3 flex flex-wrap items-baseline justify-between gap-3 rounded-8 bg-sunken px-4 py-3">
          <span>{m.week.total}</span>
          <span className="tabular text-[1.25rem] font-bold">{format.minutes(weekMinutes(value))}</span>
        </p>
      </div>
    </GroupFrame>
  )
}
