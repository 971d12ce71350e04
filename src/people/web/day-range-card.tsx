import { Checkboxes, Select } from '../../ui/choice-field.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Form } from '../../ui/form.tsx'
import { MinutesField } from '../../ui/number-field.tsx'
import { Card } from '../../ui/surface.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useForm } from '../../ui/use-form.ts'
import { todayInJapan } from '../../ui/value-text.tsx'
import { contract } from '../contract/index.ts'
import { usePeopleWords } from './words.ts'

const everyWeeks = ['1', '2', '3', '4'] as const
const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const

/** Other minutes for a range of days or every few weeks; with `absence` as somebody else records it. */
export function DayRangeCard({ workerId, absence = false }: { workerId: string; absence?: boolean }) {
  const m = usePeopleWords()
  const form = useForm(contract['set-free-days'], {
    initial: {
      firstOn: '',
      lastOn: '',
      weekdays: weekdays as readonly (typeof weekdays)[number][],
      everyWeeks: '1' as (typeof everyWeeks)[number] | '',
      minutes: 0 as number | null,
    },
    // Null would take the exceptions away.
    input: ({ minutes, ...values }) => ({
      ...values,
      workerId,
      weekdays: values.weekdays.map(Number),
      everyWeeks: Number(values.everyWeeks),
      minutes: minutes ?? Number.NaN,
    }),
    onDone: () => {
      showToast(m.mine.rangeAdded)
      form.discardDraft()
    },
    refusals: m.refusals,
  })
  const today = todayInJapan()
  return (
    <Card title={absence ? m.mine.absenceTitle : m.mine.rangeTitle}>
      <p className="measure mb-4">{absence ? m.mine.absenceText : m.mine.rangeText}</p>
      <Form form={form} submit={m.mine.addRange} submitLook="outline">
        <DateField {...form.field('firstOn')} label={m.mine.firstOn} min={today} required />
        <DateField {...form.field('lastOn')} label={m.mine.lastOn} min={today} required />
        <Checkboxes
          {...form.field('weekdays')}
          label={m.mine.weekdays}
          options={weekdays.map((value, at) => ({ value, label: m.weekdaysLong[at] ?? '' }))}
          columns
        />
        <Select
          {...form.field('everyWeeks')}
          label={m.mine.everyWeeks}
          options={everyWeeks.map((value) => ({ value, label: m.mine.everyWeek(Number(value)) }))}
        />
        <MinutesField {...form.field('minutes')} label={m.mine.dayMinutes} required />
      </Form>
    </Card>
  )
}
