import { type ReactNode, useState } from 'react'
import { EmptyList, type Empty, NothingFound } from './data-list-empty.tsx'
import { ListTools } from './data-list-tools.tsx'
import { ListTable } from './data-list-table.tsx'
import { type Column, type Filter, rowsInView, type ServerPages, useListAddress } from './list-view.ts'
import { Paging } from './paging.tsx'
import { useRefusalText } from './refusal-notice.tsx'
import { Refusal } from './request.ts'
import { type SavedForm, saveList } from './save-list.ts'
import { showToast } from './toast.tsx'

const rowsOnPage = 50

type DataListProps<Row> = {
  /** Names the table, for screen readers and for its files. */
  caption: string
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** The first column names the row and is the heading of its card on a phone. */
  columns: readonly Column<Row>[]
  filters?: readonly Filter<Row>[]
  /** What to say and do when there is nothing at all. */
  empty: Empty
  /** Distinguishes several lists of a page in the address. */
  prefix?: string
  /** The rows are one page of a server's answer to `useListAddress`; searching, sorting and paging are its work. */
  server?: ServerPages<Row>
  /** What can be done with several rows at once. */
  bulk?: (rows: readonly Row[], clear: () => void) => ReactNode
  /** Buttons of a row, in a last column. */
  rowActions?: { label: string; show: (row: Row) => ReactNode }
  /** A foot with totals, one cell for each column key. */
  totals?: Readonly<Record<string, ReactNode>>
  /** Few rows need no search; below this number the tools stay away. */
  toolsFrom?: number
}

/** Saves what was found; `saving` is the form under way. */
function useSave<Row>(caption: string, columns: readonly Column<Row>[], rowsToSave: () => readonly Row[] | Promise<readonly Row[]>) {
  const refusalText = useRefusalText()
  const [saving, setSaving] = useState<SavedForm | null>(null)
  const save = async (form: SavedForm): Promise<void> => {
    setSaving(form)
    try {
      await saveList(form, caption, columns, await rowsToSave())
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      showToast(refusalText(error, {}), { tone: 'danger' })
    } finally {
      setSaving(null)
    }
  }
  return { saving, save }
}

function useHiddenColumns<Row>(storageName: string, columns: readonly Column<Row>[]) {
  const key = `kado.columns.${storageName}`
  const [hidden, setHidden] = useState<readonly string[]>(() => {
    const stored = localStorage.getItem(key)
    return stored === null ? columns.filter((column) => column.hidden).map((column) => column.key) : stored.split(',')
  })
  const toggle = (column: string): void => {
    const next = hidden.includes(column) ? hidden.filter((each) => each !== column) : [...hidden, column]
    localStorage.setItem(key, next.join(','))
    setHidden(next)
  }
  return { hidden, toggle }
}

function useSelection<Row>(rows: readonly Row[], rowKey: (row: Row) => string) {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set())
  const selected = rows.filter((row) => keys.has(rowKey(row)))
  const set = (changed: readonly Row[], on: boolean): void => {
    const next = new Set(keys)
    for (const row of changed) {
      if (on) next.add(rowKey(row))
      else next.delete(rowKey(row))
    }
    setKeys(next)
  }
  return { keys, selected, set, clear: () => setKeys(new Set()) }
}

/** A list of records: search, filters in the address, sorting, paging, columns, Excel and CSV; cards on a phone. */
export function DataList<Row>(props: DataListProps<Row>) {
  const { rows, columns, filters = [], server, prefix = '', toolsFrom = 6 } = props
  const own = useListAddress(
    filters.map((filter) => filter.key),
    prefix,
  )
  const address = server?.address ?? own
  const storageName = `${prefix} ${columns.map((column) => column.key).join(' ')}`
  const { hidden, toggle } = useHiddenColumns(storageName, columns)
  const shownColumns = columns.filter((column, index) => index === 0 || !hidden.includes(column.key))
  const found = server ? rows : rowsInView(rows, address.view, columns, filters)
  const selection = useSelection(found, props.rowKey)
  const total = server?.total ?? found.length
  const size = server?.pageSize ?? rowsOnPage
  const pages = Math.max(1, Math.ceil(total / size))
  const page = Math.min(address.view.page, pages)
  const onPage = server ? rows : found.slice((page - 1) * size, page * size)
  const { saving, save } = useSave(props.caption, shownColumns, server?.everyRow ?? (() => found))
  const narrowed = address.view.text !== '' || Object.values(address.view.chosen).some((values) => values.length > 0)
  if (rows.length === 0 && !narrowed) return <EmptyList {...props.empty} />
  const tools = server !== undefined || narrowed || rows.length >= toolsFrom
  return (
    <div className="space-y-4">
      {tools ? (
        <ListTools
          name={storageName}
          address={address}
          columns={columns}
          hidden={hidden}
          onToggleColumn={toggle}
          filters={filters}
          found={total}
          all={server ? total : rows.length}
          saving={saving}
          onSave={(form) => void save(form)}
        />
      ) : null}
      {onPage.length === 0 ? (
        <NothingFound onClear={address.clear} />
      ) : (
        <ListTable
          caption={props.caption}
          rows={onPage}
          rowKey={props.rowKey}
          columns={shownColumns}
          address={address}
          {...(props.bulk ? { selection, bulk: props.bulk } : {})}
          {...(props.rowActions ? { rowActions: props.rowActions } : {})}
          {...(props.totals ? { totals: props.totals } : {})}
        />
      )}
      <Paging page={page} pages={pages} onPage={address.toPage} />
    </div>
  )
}
