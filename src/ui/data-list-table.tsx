import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { Icon } from './icon.tsx'
import type { Column, ListAddress } from './list-view.ts'
import { Link } from './navigation.tsx'
import { useWords } from './words.ts'

type Selection<Row> = {
  keys: ReadonlySet<string>
  selected: readonly Row[]
  set: (rows: readonly Row[], on: boolean) => void
  clear: () => void
}

type TableProps<Row> = {
  caption: string
  rows: readonly Row[]
  rowKey: (row: Row) => string
  columns: readonly Column<Row>[]
  address: ListAddress
  selection?: Selection<Row>
  bulk?: (rows: readonly Row[], clear: () => void) => ReactNode
  rowActions?: { label: string; show: (row: Row) => ReactNode }
  totals?: Readonly<Record<string, ReactNode>>
}

function ColumnHead<Row>({ column, address }: { column: Column<Row>; address: ListAddress }) {
  const words = useWords().list
  const active = address.view.sort === column.key
  const descending = active && address.view.descending
  const align = column.numeric ? 'justify-end text-right' : ''
  if (column.sortable === false) {
    return (
      <th role="columnheader" scope="col" className={`px-3 py-2 font-bold ${column.numeric ? 'text-right' : 'text-left'}`}>
        {column.label}
      </th>
    )
  }
  return (
    <th
      role="columnheader"
      scope="col"
      aria-sort={active ? (descending ? 'descending' : 'ascending') : 'none'}
      className={`p-0 print:px-3 print:py-2 ${column.numeric ? 'text-right' : 'text-left'}`}
    >
      <button
        type="button"
        title={words.sortBy(column.label)}
        onClick={() => (descending ? address.sortBy(null, false) : address.sortBy(column.key, active))}
        className={`flex min-h-12 w-full items-center gap-1 px-3 py-2 font-bold hover:bg-accent-soft ${align}`}
        data-print="yes"
      >
        {column.label}
        <Icon
          name={active ? (descending ? 'chevron-down' : 'chevron-up') : 'sort'}
          className={`size-4.5 print:hidden ${active ? '' : 'text-ink-faint'}`}
        />
      </button>
    </th>
  )
}

function shownValue<Row>(column: Column<Row>, row: Row): ReactNode {
  const content = column.show ? column.show(row) : column.value(row)
  const href = column.href?.(row) ?? null
  return href === null ? content : <Link href={href}>{content}</Link>
}

const cardCell = 'cards:flex cards:flex-wrap cards:justify-between cards:gap-x-4 cards:px-0 cards:py-1 rows:px-3 rows:py-3'

const rowClass =
  'border-line cards:block cards:rounded-16 cards:border cards:bg-surface cards:p-4 cards:shadow-lift ' +
  'rows:border-t rows:hover:bg-accent-soft/50'

function Row<Item>({ row, props }: { row: Item; props: TableProps<Item> }) {
  const { columns, selection, rowActions } = props
  const words = useWords().list
  const key = props.rowKey(row)
  const name = String(columns[0]?.value(row) ?? key)
  return (
    <tr role="row" className={rowClass}>
      {selection ? (
        <td role="cell" className="cards:float-right cards:-mt-2 cards:-mr-2 rows:w-12 rows:pl-3 print:hidden">
          <label className="tap inline-flex items-center justify-center">
            <input
              type="checkbox"
              checked={selection.keys.has(key)}
              onChange={(event) => selection.set([row], event.target.checked)}
              className="size-5 accent-(--accent)"
            />
            <span className="sr-only">{words.select(name)}</span>
          </label>
        </td>
      ) : null}
      {columns.map((column, index) =>
        index === 0 ? (
          <th
            key={column.key}
            role="rowheader"
            scope="row"
            className="text-left font-bold cards:mb-2 cards:block cards:text-[1.125rem] rows:min-w-40 rows:px-3 rows:py-3"
          >
            {shownValue(column, row)}
          </th>
        ) : (
          <td key={column.key} role="cell" className={`${cardCell} ${column.numeric ? 'tabular rows:text-right' : ''}`}>
            <span className="text-ink-soft rows:hidden">{column.label}</span>
            <span className="min-w-0 cards:text-right">{shownValue(column, row)}</span>
          </td>
        ),
      )}
      {rowActions ? (
        <td role="cell" className="cards:mt-3 cards:block rows:px-4 rows:py-2 rows:text-right print:hidden">
          {rowActions.show(row)}
        </td>
      ) : null}
    </tr>
  )
}

function Totals<Item>({ props }: { props: TableProps<Item> }) {
  const { totals, columns } = props
  if (!totals) return null
  return (
    <tfoot role="rowgroup" className="cards:block">
      <tr role="row" className="border-t-2 border-ink font-bold cards:block cards:rounded-16 cards:border-2 cards:p-4">
        {props.selection ? <td role="cell" className="cards:hidden print:hidden" /> : null}
        {columns.map((column, index) => (
          <td
            key={column.key}
            role="cell"
            className={`${cardCell} ${column.numeric ? 'tabular rows:text-right' : ''} ${totals[column.key] === undefined ? 'cards:hidden' : ''}`}
          >
            <span className={`rows:hidden ${index === 0 ? 'hidden' : ''}`}>{column.label}</span>
            <span>{totals[column.key] ?? ''}</span>
          </td>
        ))}
        {props.rowActions ? <td role="cell" className="cards:hidden" /> : null}
      </tr>
    </tfoot>
  )
}

const bulkClass = 'flex flex-wrap items-center gap-x-4 gap-y-2 rounded-12 border border-line bg-surface px-3 py-1 print:hidden'

function Bulk<Item>({ props }: { props: TableProps<Item> }) {
  const words = useWords().list
  const { selection, bulk, rows } = props
  if (!selection || !bulk) return null
  const all = rows.every((row) => selection.keys.has(props.rowKey(row)))
  return (
    <div className={`${bulkClass} ${selection.selected.length > 0 ? 'sticky short:static top-20 z-10 shadow-lift' : ''}`}>
      <label className="flex min-h-11 items-center gap-2">
        <input
          type="checkbox"
          checked={all}
          onChange={(event) => selection.set(rows, event.target.checked)}
          className="size-5 accent-(--accent)"
        />
        {words.selectAll}
      </label>
      {selection.selected.length > 0 ? (
        <>
          <span role="status" className="font-bold">
            {words.selected(selection.selected.length)}
          </span>
          <div className="flex flex-wrap gap-2">{bulk(selection.selected, selection.clear)}</div>
        </>
      ) : null}
    </div>
  )
}

const bodyClass =
  'not-print:cards:grid not-print:cards:grid-cols-[repeat(auto-fill,minmax(min(22rem,100%),1fr))] not-print:cards:gap-3 ' +
  'print:block print:space-y-3'

/** In CSS pixels: a phone, on which a table that would fit is still no pleasure. */
const narrowest = 600

/** Lays a list out as a table where all its columns have room, closer if need be, else each row as a card; `data-form` tells the styles. */
function useFittingForm() {
  const box = useRef<HTMLDivElement>(null)
  const fit = (): void => {
    const element = box.current
    if (!element) return
    const isTooWide = (): boolean => element.scrollWidth > element.clientWidth + 1
    element.dataset['form'] = 'rows'
    element.toggleAttribute('data-close', false)
    element.toggleAttribute('data-close', isTooWide())
    if (element.clientWidth < narrowest || isTooWide()) element.dataset['form'] = 'cards'
  }
  useLayoutEffect(fit)
  useLayoutEffect(() => {
    const observer = new ResizeObserver(fit)
    if (box.current) observer.observe(box.current)
    return () => observer.disconnect()
  }, [])
  return box
}

/** The table of a list, or its cards; roles are written out, as changed display takes them away. */
export function ListTable<Item>(props: TableProps<Item>) {
  const { columns, rows, rowActions } = props
  const box = useFittingForm()
  return (
    <>
      <Bulk props={props} />
      <div
        ref={box}
        data-form="rows"
        className="relative rows:overflow-x-auto rows:rounded-16 rows:border rows:border-line rows:bg-surface rows:shadow-lift print:border-0"
      >
        <table role="table" className="w-full border-collapse cards:block rows:text-[1rem]">
          <caption className="sr-only">{props.caption}</caption>
          <thead role="rowgroup" className="bg-sunken cards:hidden">
            <tr role="row">
              {props.selection ? <td role="cell" className="w-12 print:hidden" /> : null}
              {columns.map((column) => (
                <ColumnHead key={column.key} column={column} address={props.address} />
              ))}
              {rowActions ? (
                <th role="columnheader" scope="col" className="px-3 py-2 text-right print:hidden">
                  {rowActions.label}
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody role="rowgroup" className={bodyClass}>
            {rows.map((row) => (
              <Row key={props.rowKey(row)} row={row} props={props} />
            ))}
          </tbody>
          <Totals props={props} />
        </table>
      </div>
    </>
  )
}
