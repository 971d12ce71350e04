import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { firstOf, useAddress } from '../../ui/address.ts'
import { Select } from '../../ui/choice-field.tsx'
import { EmptyList } from '../../ui/data-list-empty.tsx'
import { useFormat } from '../../ui/format.ts'
import { Heat } from '../../ui/heat.tsx'
import { formatLanguage, useLanguage } from '../../ui/language.ts'
import { SearchField } from '../../ui/search-field.tsx'
import { Stack } from '../../ui/surface.tsx'
import { daysAfter, DateText } from '../../ui/value-text.tsx'
import type { Board } from '../contract/plans.ts'
import type { Asked } from './why-dialogs.tsx'
import { usePlanWords } from './words.ts'

const firstShown = 30
const hoursText = (minutes: number): string => (Math.round(minutes / 6) / 10).toString()

/** Free time comes by weekdays, so a column says its own. */
const dayAndWeekday = (date: string, language: 'ja' | 'en'): string =>
  new Date(`${date}T00:00:00Z`).toLocaleDateString(language, { timeZone: 'UTC', month: 'numeric', day: 'numeric', weekday: 'short' })

/** People × days: promised and planned hours, by day of one week or by week of the whole period. */
export function PlanPeople({ plan, onAsk }: { plan: Board; onAsk: (asked: Asked) => void }) {
  const m = usePlanWords()
  const { number, shortDate } = useFormat()
  const language = formatLanguage(useLanguage())
  const [address, change] = useAddress()
  const [all, setAll] = useState(false)
  const [search, setSearch] = useState('')
  const weeks = Array.from({ length: Math.ceil(plan.days / 7) }, (_, week) => week)
  const asked = firstOf(address['week'])
  const week = asked === 'all' ? null : Math.min(weeks.length - 1, Math.max(0, Number(asked) || 0))
  if (plan.people.length === 0) return <EmptyList title={m.none.title} text={m.none.text} />
  const found = plan.people.filter((person) => `${person.name} ${person.municipalityName}`.includes(search.trim()))
  const people = all ? found : found.slice(0, firstShown)
  const dayOf = (day: number): string => daysAfter(plan.from, day)
  const lastOf = (each: number): number => Math.min(plan.days, each * 7 + 7) - 1
  const columns =
    week === null
      ? weeks.map((each) => ({ key: `week-${each}`, label: <DateText date={dayOf(each * 7)} short />, days: [each * 7, lastOf(each)] as const }))
      : Array.from({ length: lastOf(week) - week * 7 + 1 }, (_, index) => week * 7 + index).map((day) => ({ key: `day-${day}`, label: <time dateTime={dayOf(day)}>{dayAndWeekday(dayOf(day), language)}</time>, days: [day, day] as const }))
  const sum = (byDay: readonly number[], [first, last]: readonly [number, number]): number => byDay.slice(first, last + 1).reduce((total, value) => total + value, 0)
  return (
    <Stack gap="medium">
      <Select
        name="week"
        label={m.people.week}
        none={m.people.weekOf('1', shortDate(dayOf(0)), shortDate(dayOf(lastOf(0))))}
        value={week === null ? 'all' : week === 0 ? '' : String(week)}
        onChange={(value) => change({ week: value })}
        options={[
          ...weeks.slice(1).map((each) => ({ value: String(each), label: m.people.weekOf(number(each + 1), shortDate(dayOf(each * 7)), shortDate(dayOf(lastOf(each)))) })),
          { value: 'all', label: m.people.whole },
        ]}
      />
      {plan.people.length > firstShown ? <SearchField label={m.people.search} value={search} onChange={setSearch} /> : null}
      <p className="text-ink-soft">{m.people.unit}</p>
      <Heat
        caption={m.people.caption}
        corner={m.people.person}
        columns={columns.map(({ key, label }) => ({ key, label }))}
        rows={people.map((person) => ({
          key: person.workerId,
          label: (
            <button type="button" className="min-h-11 text-left text-accent-ink underline decoration-1 underline-offset-[0.2em] hover:decoration-[3px]" onClick={() => onAsk({ kind: 'person', workerId: person.workerId })}>
              {person.name}
            </button>
          ),
          values: columns.map(({ days }) => sum(person.plannedByDay, days) + sum(person.promisedByDay, days) || null),
        }))}
        format={hoursText}
        none={m.people.none}
      />
      {people.length < found.length ? (
        <div>
          <Button look="outline" onClick={() => setAll(true)}>
            {m.people.more(number(found.length - people.length))}
          </Button>
          <p className="hidden print:block">{m.people.others(number(found.length - people.length))}</p>
        </div>
      ) : null}
    </Stack>
  )
}
