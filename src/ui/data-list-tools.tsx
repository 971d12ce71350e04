import { useEffect, useEffectEvent, useState } from 'react'
import { Button } from './button.tsx'
import { useFormat } from './format.ts'
import { Icon } from './icon.tsx'
import type { Column, Filter, ListAddress } from './list-view.ts'
import type { SavedForm } from './save-list.ts'
import { SavedViews } from './saved-views.tsx'
import { SearchField } from './search-field.tsx'
import { useWords } from './words.ts'

const typingMilliseconds = 250
const savedForms: readonly SavedForm[] = ['xlsx', 'csv']

/** What is typed is searched at once on the screen's side and reaches the address when typing rests. */
function useTypedText(text: string, search: (text: string) => void): [string, (text: string) => void] {
  const [typed, setTyped] = useState(text)
  const [known, setKnown] = useState(text)
  if (text !== known) {
    setKnown(text)
    setTyped(text)
  }
  const searchTyped = useEffectEvent(() => search(typed))
  useEffect(() => {
    if (typed === text) return
    const timer = setTimeout(() => searchTyped(), typingMilliseconds)
    return () => clearTimeout(timer)
  }, [typed, text])
  return [typed, setTyped]
}

type ToolsProps<Row> = {
  /** Under which name views of this list are kept. */
  name: string
  address: ListAddress
  columns: readonly Column<Row>[]
  hidden: readonly string[]
  onToggleColumn: (key: string) => void
  filters: readonly Filter<Row>[]
  found: number
  all: number
  /** The file that is being made. */
  saving: SavedForm | null
  onSave: (form: SavedForm) => void
}

function FilterChips<Row>({ filter, address }: { filter: Filter<Row>; address: ListAddress }) {
  const words = useWords().list
  const chosen = address.view.chosen[filter.key] ?? []
  const toggle = (value: string): void =>
    address.choose(filter.key, chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value])
  const chip = (on: boolean): string =>
    'inline-flex min-h-11 items-center gap-1 rounded-full border px-4 text-[1rem] ' +
    (on ? 'border-accent bg-accent-soft font-bold text-accent-ink' : 'border-field-line bg-surface hover:bg-accent-soft')
  return (
    <div role="group" aria-label={filter.label} className="flex flex-wrap items-center gap-2">
      <span className="mr-1 text-[1rem] font-bold">{filter.label}</span>
      <button
        type="button"
        aria-pressed={chosen.length === 0}
        onClick={() => address.choose(filter.key, [])}
        className={chip(chosen.length === 0)}
      >
        {words.all}
      </button>
      {filter.options.map((option) => {
        const on = chosen.includes(option.value)
        return (
          <button key={option.value} type="button" aria-pressed={on} onClick={() => toggle(option.value)} className={chip(on)}>
            {on ? <Icon name="check" className="size-4.5" /> : null}
            {option.label}
          </button>
        )
      })}
    </div>
  )
}

function SortSelect<Row>({ columns, address }: Pick<ToolsProps<Row>, 'columns' | 'address'>) {
  const words = useWords().list
  const { sort, descending } = address.view
  const value = sort === null ? '' : `${descending ? '-' : ''}${sort}`
  const sortable = columns.filter((column) => column.sortable !== false)
  return (
    <label className="flex items-center gap-2 text-[1rem] md:sr-only">
      <span>{words.sort}</span>
      <select
        value={value}
        onChange={(event) => {
          const { value: chosen } = event.target
          address.sortBy(chosen === '' ? null : chosen.replace(/^-/, ''), chosen.startsWith('-'))
        }}
        className="min-h-11 max-w-52 rounded-8 border border-field-line bg-surface px-2"
      >
        <option value="">{words.unsorted}</option>
        {sortable.flatMap((column) => [
          <option key={column.key} value={column.key}>{`${column.label} ${words.ascending}`}</option>,
          <option key={`-${column.key}`} value={`-${column.key}`}>{`${column.label} ${words.descending}`}</option>,
        ])}
      </select>
    </label>
  )
}

const summaryClass =
  'flex min-h-11 list-none items-center gap-2 rounded-8 px-3 font-bold text-accent-ink ' +
  'hover:bg-accent-soft [&::-webkit-details-marker]:hidden'

function ColumnChoice<Row>({ columns, hidden, onToggleColumn }: Pick<ToolsProps<Row>, 'columns' | 'hidden' | 'onToggleColumn'>) {
  const words = useWords().list
  return (
    <details className="relative hidden md:block">
      <summary className={summaryClass}>
        <Icon name="columns" className="size-5" />
        <span className="text-[1rem]">{words.columns}</span>
      </summary>
      <fieldset className="absolute right-0 z-10 mt-1 max-h-96 min-w-60 overflow-auto rounded-12 border border-line bg-surface p-2 shadow-lift-high">
        <legend className="sr-only">{words.columns}</legend>
        {columns.slice(1).map((column) => (
          <label key={column.key} className="flex min-h-11 items-center gap-3 rounded-8 px-3 hover:bg-accent-soft">
            <input
              type="checkbox"
              checked={!hidden.includes(column.key)}
              onChange={() => onToggleColumn(column.key)}
              className="size-5 accent-(--accent)"
            />
            {column.label}
          </label>
        ))}
      </fieldset>
    </details>
  )
}

/** Search, filters, sorting for phones, columns and files above a list. */
export function ListTools<Row>(props: ToolsProps<Row>) {
  const { address, filters } = props
  const words = useWords().list
  const format = useFormat()
  const [typed, setTyped] = useTypedText(address.view.text, address.search)
  const narrowed = props.found !== props.all
  return (
    <div className="space-y-3 print:hidden">
      <div className="flex flex-wrap items-end gap-x-4 gap-y-3">
        <div className="min-w-0 flex-1 basis-64">
          <SearchField compact label={words.search} value={typed} onChange={setTyped} />
        </div>
        <div className="flex flex-wrap items-center gap-1">
          <SortSelect {...props} />
          <SavedViews list={props.name} />
          <ColumnChoice {...props} />
          {savedForms.map((form) => (
            <Button
              key={form}
              look="quiet"
              size="small"
              icon="download"
              pending={props.saving === form}
              onClick={() => props.onSave(form)}
              className="max-sm:hidden"
            >
              {words[form]}
            </Button>
          ))}
        </div>
      </div>
      {filters.map((filter) => (
        <FilterChips key={filter.key} filter={filter} address={address} />
      ))}
      <p role="status" className="tabular text-[1rem] text-ink-soft">
        {narrowed ? words.rowsOf(format.number(props.found), format.number(props.all)) : words.rows(format.number(props.found))}
      </p>
    </div>
  )
}
