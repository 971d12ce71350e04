import type { ReactNode } from 'react'
import { allOf, firstOf, useAddress } from './address.ts'
import type { Cell } from '../platform/csv.ts'
import { withReadingsBeside } from './ruby/marks.ts'

export type Column<Row> = {
  key: string
  label: string
  /** What is sorted, searched and written into CSV. */
  value: (row: Row) => Cell
  /** What is shown; the value when left out. */
  show?: (row: Row) => ReactNode
  /** Makes the cell a link. */
  href?: (row: Row) => string | null
  /** Right-aligned with tabular digits. */
  numeric?: boolean
  sortable?: boolean
  /** Hidden until it is chosen. */
  hidden?: boolean
}

export type Filter<Row> = {
  key: string
  label: string
  options: readonly { value: string; label: string }[]
  /** The option or options that a row has. */
  of: (row: Row) => string | readonly string[] | null
}

export type ListView = {
  text: string
  /** The key of a column, or null for the order given. */
  sort: string | null
  descending: boolean
  /** From 1. */
  page: number
  /** Chosen options by filter; none means all. */
  chosen: Readonly<Record<string, readonly string[]>>
}

export type ListAddress = {
  view: ListView
  search: (text: string) => void
  sortBy: (key: string | null, descending: boolean) => void
  toPage: (page: number) => void
  choose: (filter: string, values: readonly string[]) => void
  clear: () => void
}

/** What a list that shows one page of a server's answer knows of the rest. */
export type ServerPages<Row> = {
  total: number
  address: ListAddress
  pageSize: number
  /** All rows that were found, for a file. */
  everyRow: () => Promise<readonly Row[]>
}

/** What a list shows, kept in the address. With several lists on a page each has a `prefix`. */
export function useListAddress(filterKeys: readonly string[], prefix = ''): ListAddress {
  const [address, change] = useAddress()
  const name = (key: string): string => (prefix === '' ? key : `${prefix}.${key}`)
  const order = firstOf(address[name('sort')])
  const view: ListView = {
    text: firstOf(address[name('q')]),
    sort: order === '' ? null : order.replace(/^-/, ''),
    descending: order.startsWith('-'),
    page: Math.max(1, Number.parseInt(firstOf(address[name('page')]), 10) || 1),
    chosen: Object.fromEntries(filterKeys.map((key) => [key, allOf(address[name(key)])])),
  }
  const firstPage = { [name('page')]: undefined }
  return {
    view,
    search: (text) => change({ [name('q')]: text, ...firstPage }),
    sortBy: (key, descending) => change({ [name('sort')]: key === null ? undefined : `${descending ? '-' : ''}${key}`, ...firstPage }),
    toPage: (page) => change({ [name('page')]: page === 1 ? undefined : String(page) }),
    choose: (filter, values) => change({ [name(filter)]: values.length === 0 ? undefined : values, ...firstPage }),
    clear: () => change({ ...Object.fromEntries(filterKeys.map((key) => [name(key), undefined])), [name('q')]: undefined, ...firstPage }),
  }
}

/** Wide and narrow forms, kana and case are the same to a search. */
export function plainForSearch(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
}

function matches<Row>(row: Row, words: readonly string[], columns: readonly Column<Row>[]): boolean {
  const text = plainForSearch(columns.map((column) => withReadingsBeside(String(column.value(row) ?? ''))).join('\u0000'))
  return words.every((word) => text.includes(word))
}

function has<Row>(row: Row, filter: Filter<Row>, chosen: readonly string[]): boolean {
  const own = filter.of(row)
  if (own === null) return false
  return typeof own === 'string' ? chosen.includes(own) : own.some((value) => chosen.includes(value))
}

const collator = new Intl.Collator('ja', { numeric: true })

function compare(left: Cell, right: Cell): number {
  if (left === null || right === null) return left === right ? 0 : left === null ? 1 : -1
  if (typeof left === 'number' && typeof right === 'number') return left - right
  return collator.compare(String(left), String(right))
}

/** The rows that a view lets through, in its order; empty values come last in either direction. */
export function rowsInView<Row>(
  rows: readonly Row[],
  view: ListView,
  columns: readonly Column<Row>[],
  filters: readonly Filter<Row>[],
): Row[] {
  const words = plainForSearch(view.text).split(/\s+/).filter(Boolean)
  const active = filters.filter((filter) => (view.chosen[filter.key] ?? []).length > 0)
  const found = rows
    .filter((row) => words.length === 0 || matches(row, words, columns))
    .filter((row) => active.every((filter) => has(row, filter, view.chosen[filter.key] ?? [])))
  const column = columns.find((each) => each.key === view.sort)
  if (!column) return found
  const direction = view.descending ? -1 : 1
  return found.sort((left, right) => {
    const [a, b] = [column.value(left), column.value(right)]
    return a === null || b === null ? compare(a, b) : direction * compare(a, b)
  })
}
