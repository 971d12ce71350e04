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
import type { Asked } from './asked.ts'
import { usePlanWords } from './words.ts'

const firstShown = 30
export const hoursText = (minutes: number): string => (Math.round(minutes / 6) / 10).toString()
const sum = (byDay: readonly number[], [first, last]: readonly [number, number]): number =>
  byDay.slice(first, last + 1).reduce((total, value) => total + value, 0)

/** Free time comes by weekdays, so a column says its own. */
export function DayText({ date }: { date: string }) {
  const language = formatLanguage(useLanguage())
  const text = new Date(`${date}T00:00:00Z`).toLocaleDateString(language, {
    timeZone: 'UTC',
    month: 'numeric',
    day: 'numeric',
    weekday: 'short',
  })
  return <time dateTime={date}>{text}</time>
}

interface Row {
  key: string
  name: string
  /** What a search finds besides the name. */
  hint: string
  byDay: readonly number[]
  asked: Asked
}

function rowsOf(plan: Board, isByWork: boolean): Row[] {
  if (isByWork) {
    return plan.packages
      .filter((pack) => pack.people > 0)
      .map(({ packageId, title, orderTitle, byDay }) => ({
        key: packageId,
        name: title,
        hint: orderTitle,
        byDay,
        asked: { kind: 'work', packageId },
      }))
  }
  return plan.people.map(({ workerId, name, municipalityName, plannedByDay, promisedByDay }) => ({
    key: workerId,
    name,
    hint: municipalityName,
    byDay: plannedByDay.map((minutes, day) => minutes + (promisedByDay[day] ?? 0)),
    asked: { kind: 'person', workerId },
  }))
}

/** People or work × days: hours by day of one week, or by week of the whole period. */
export function PlanDays({ plan, onAsk }: { plan: Board; onAsk: (asked: Asked) => void }) {
  const m = usePlanWords()
  const words = m.people
  const { number } = useFormat()
  const [address, change] = useAddress()
  const [all, setAll] = useState(false)
  const [search, setSearch] = useState('')
  const isByWork = firstOf(address['by']) === 'work'
  const columns = useColumns(plan)
  const every = rowsOf(plan, isByWork)
  if (plan.people.length === 0) return <EmptyList title={m.none.title} text={m.none.text} />
  const found = every.filter((row) => `${row.name} ${row.hint}`.includes(search.trim()))
  const rows = all ? found : found.slice(0, firstShown)
  const rest = number(found.length - rows.length)
  return (
    <Stack gap="medium">
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          name="by"
          label={words.by}
          none={words.byPerson}
          value={isByWork ? 'work' : ''}
          onChange={(by) => change({ by })}
          options={[{ value: 'work', label: words.byWork }]}
        />
        <Period plan={plan} />
      </div>
      {every.length > firstShown ? (
        <SearchField label={isByWork ? words.searchWork : words.search} value={search} onChange={setSearch} />
      ) : null}
      <p className="text-ink-soft">{isByWork ? words.unitOfWork : words.unit}</p>
      <Heat
        caption={isByWork ? words.captionOfWork : words.caption}
        corner={isByWork ? m.works : m.who}
        columns={columns.map(({ key, label }) => ({ key, label }))}
        rows={rows.map((row) => ({
          key: row.key,
          label: (
            <button
              type="button"
              className="min-h-11 text-left text-accent-ink underline decoration-1 underline-offset-[0.2em] hover:decoration-[3px]"
              onClick={() => onAsk(row.asked)}
            >
              {row.name}
            </button>
          ),
          values: columns.map(({ days }) => sum(row.byDay, days) || null),
        }))}
        format={hoursText}
        none={words.none}
      />
      {rows.length < found.length ? (
        <div>
          <Button look="outline" onClick={() => setAll(true)}>
            {isByWork ? words.moreWork(rest) : words.more(rest)}
          </Button>
          <p className="hidden print:block">{isByWork ? words.othersWork(rest) : words.others(rest)}</p>
        </div>
      ) : null}
    </Stack>
  )
}

const weeksOf = ({ days }: Board): number[] => Array.from({ length: Math.ceil(days / 7) }, (_, week) => week)
const lastOf = ({ days }: Board, week: number): number => Math.min(days, week * 7 + 7) - 1

/** The week in the address, from 0; null for the whole period. */
function useWeek(plan: Board): number | null {
  const [address] = useAddress()
  const asked = firstOf(address['week'])
  return asked === 'all' ? null : Math.min(weeksOf(plan).length - 1, Math.max(0, Number(asked) || 0))
}

function useColumns(plan: Board) {
  const week = useWeek(plan)
  const dayOf = (day: number): string => daysAfter(plan.from, day)
  if (week === null)
    return weeksOf(plan).map((each) => ({
      key: `week-${each}`,
      label: <DateText date={dayOf(each * 7)} short />,
      days: [each * 7, lastOf(plan, each)] as const,
    }))
  const days = Array.from({ length: lastOf(plan, week) - week * 7 + 1 }, (_, index) => week * 7 + index)
  return days.map((day) => ({ key: `day-${day}`, label: <DayText date={dayOf(day)} />, days: [day, day] as const }))
}

function Period({ plan }: { plan: Board }) {
  const m = usePlanWords().people
  const { number, shortDate } = useFormat()
  const [, change] = useAddress()
  const week = useWeek(plan)
  const nameOf = (each: number): string =>
    m.weekOf(number(each + 1), shortDate(daysAfter(plan.from, each * 7)), shortDate(daysAfter(plan.from, lastOf(plan, each))))
  const later = weeksOf(plan)
    .slice(1)
    .map((each) => ({ value: String(each), label: nameOf(each) }))
  return (
    <Select
      name="week"
      label={m.week}
      none={nameOf(0)}
      value={week === null ? 'all' : week === 0 ? '' : String(week)}
      onChange={(value) => change({ week: value })}
      options={[...later, { value: 'all', label: m.whole }]}
    />
  )
}
