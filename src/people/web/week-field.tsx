import { Button } from '../../ui/button.tsx'
import { type FieldState, type FieldText, GroupFrame, useFieldId } from '../../ui/field.tsx'
import { useFormat } from '../../ui/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { parseNumber } from '../../ui/number-field.tsx'
import { weekMinutes } from '../rules/free-minutes.ts'
import { usePeopleWords } from './words.ts'

const step = 30
const longest = 1_440

type DayProps = { id: string; index: number; minutes: number; onChange: (minutes: number) => void }

function Day({ id, index, minutes, onChange }: DayProps) {
  const m = usePeopleWords()
  const format = useFormat()
  const day = m.weekdaysLong[index] ?? ''
  const set = (value: number): void => onChange(Math.min(longest, Math.max(0, Math.round(value))))
  const round =
    'tap flex size-12 shrink-0 items-center justify-center rounded-full border border-field-line bg-surface text-accent-ink ' +
    'hover:bg-accent-soft disabled:text-ink-faint'
  return (
    <li className="flex items-center gap-2 border-b border-line py-2 last:border-b-0 sm:gap-3">
      <label htmlFor={`${id}-${index}`} className="w-24 shrink-0 leading-snug">
        <span className="block font-bold">{day}</span>
        <span className={`tabular block ${minutes === 0 ? 'text-ink-soft' : ''}`}>
          {minutes === 0 ? m.mine.restOf : format.minutes(minutes)}
        </span>
      </label>
      <button type="button" className={round} disabled={minutes === 0} aria-label={m.week.less(day)} onClick={() => set(minutes - step)}>
        <Icon name="minus" />
      </button>
      <input
        id={`${id}-${index}`}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        aria-label={m.week.minutesOf(day)}
        value={String(minutes)}
        onChange={(event) => set(parseNumber(event.target.value) || 0)}
        onFocus={(event) => event.target.select()}
        className="tabular min-h-12 w-16 min-w-0 rounded-8 border border-field-line bg-surface px-2 text-right"
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
              id={id}
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
