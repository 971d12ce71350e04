import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { useWrite } from '../../ui/client.ts'
import { DateField } from '../../ui/date-field.tsx'
import { Form } from '../../ui/form.tsx'
import { useFormat } from '../../ui/format.ts'
import { MinutesField } from '../../ui/number-field.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { Card, Stack } from '../../ui/surface.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useForm } from '../../ui/use-form.ts'
import { todayInJapan } from '../../ui/value-text.tsx'
import { calendarDate } from '../../units/calendar-date.ts'
import { contract } from '../contract/index.ts'
import { minutesOn } from '../rules/free-minutes.ts'
import type { PersonRecord } from './record.ts'
import { WeekField } from './week-field.tsx'
import { usePeopleWords } from './words.ts'

/** Today's free minutes and one press for "not today". Exported for the worker's home. */
export function TodayCard({ record }: { record: Pick<PersonRecord, 'id' | 'week' | 'days' | 'minutesToEndOfMonth'> }) {
  const m = usePeopleWords()
  const format = useFormat()
  const today = calendarDate(todayInJapan())
  const [resting, setResting] = useState<boolean | null>(null)
  const write = useWrite(contract['set-free-day'], {
    onSuccess: (_, input) => showToast(input.minutes === 0 ? m.mine.rested : m.mine.resumed),
  })
  const minutes = minutesOn(record.week, record.days, today)
  const rests = resting ?? (minutes === 0 && record.days.some((day) => day.onDate === today))
  const toggle = async (): Promise<void> => {
    setResting(!rests)
    await write.run({ workerId: record.id, onDate: today, minutes: rests ? null : 0 }).catch(() => undefined)
    setResting(null)
  }
  return (
    <Card title={`${m.mine.today} — ${format.date(today)}`}>
      <Stack gap="medium">
        <p className="text-[1.25rem] font-bold">{rests || minutes === 0 ? m.mine.todayNone : m.mine.todayFree(format.minutes(minutes))}</p>
        <RefusalNotice refusal={write.refusal} words={m.refusals} />
        <Button look="outline" wide pending={write.pending} onClick={() => void toggle()}>
          {rests ? m.mine.workToday : m.mine.restToday}
        </Button>
        <p className="text-ink-soft">
          {m.mine.thisMonth}: <span className="tabular font-bold">{format.minutes(record.minutesToEndOfMonth)}</span>
        </p>
      </Stack>
    </Card>
  )
}

export function WeekCard({ record }: { record: Pick<PersonRecord, 'id' | 'week'> }) {
  const m = usePeopleWords()
  const form = useForm(contract['set-free-minutes'], {
    initial: { week: record.week as readonly number[] },
    input: ({ week }) => ({ workerId: record.id, week: [...week] }),
    onDone: () => showToast(m.mine.weekSaved),
    refusals: m.refusals,
  })
  return (
    <Card title={m.mine.weekTitle}>
      <Form form={form} submit={m.mine.saveWeek}>
        <WeekField {...form.field('week')} label={m.fields.week} help={m.fields.weekHelp} />
      </Form>
    </Card>
  )
}

/** Days that differ from the week: a list, and a form for one more. */
export function DaysCard({ record }: { record: Pick<PersonRecord, 'id' | 'days'> }) {
  const m = usePeopleWords()
  const format = useFormat()
  const today = todayInJapan()
  const remove = useWrite(contract['set-free-day'], { onSuccess: () => showToast(m.mine.dayRemoved) })
  const form = useForm(contract['set-free-day'], {
    initial: { onDate: '', minutes: 0 as number | null },
    // Null would take the day's exception away.
    input: (values) => ({ ...values, minutes: values.minutes ?? Number.NaN, workerId: record.id }),
    onDone: () => {
      showToast(m.mine.dayAdded)
      form.discardDraft()
    },
    refusals: m.refusals,
  })
  return (
    <Card title={m.mine.daysTitle}>
      <Stack gap="medium">
        <p>{m.mine.daysText}</p>
        <RefusalNotice refusal={remove.refusal} words={m.refusals} />
        {record.days.length === 0 ? <p className="text-ink-soft">{m.mine.noDays}</p> : null}
        <ul className="divide-y divide-line">
          {record.days.map((day) => (
            <li key={day.onDate} className="flex flex-wrap items-center justify-between gap-3 py-2">
              <span>
                {format.date(day.onDate)}{' '}
                <span className="ml-2 font-bold">{day.minutes === 0 ? m.mine.restOf : format.minutes(day.minutes)}</span>
              </span>
              <Button
                look="outline"
                size="small"
                aria-label={`${m.mine.removeDay}: ${format.date(day.onDate)}`}
                onClick={() => void remove.run({ workerId: record.id, onDate: day.onDate, minutes: null }).catch(() => undefined)}
              >
                {m.mine.removeDay}
              </Button>
            </li>
          ))}
        </ul>
        <Form form={form} submit={m.mine.addDay} submitLook="outline">
          <DateField {...form.field('onDate')} label={m.mine.day} min={today} required />
          <MinutesField {...form.field('minutes')} label={m.mine.dayMinutes} required />
        </Form>
      </Stack>
    </Card>
  )
}
