import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import { Link } from './navigation.tsx'
import { useWords } from './words.ts'

type HeatProps = {
  caption: string
  /** Heading of the column with the rows' names. */
  corner: string
  columns: readonly { key: string; label: ReactNode }[]
  rows: readonly { key: string; label: ReactNode; href?: string; values: readonly (number | null)[] }[]
  /** How a value is written in its cell. */
  format: (value: number) => string
  /** The value of the deepest shade; the greatest of all when left out. */
  full?: number
  /** Values above it are marked with a sign and a frame, not by the shade alone. */
  limit?: number
  /** A way to the rows behind a cell. */
  href?: (row: string, column: string) => string | null
  /** What a cell without a value shows. */
  none?: string
}

const shades = ['', 'heat-1', 'heat-2', 'heat-3', 'heat-4', 'heat-5']

function shadeOf(value: number, full: number): string {
  if (value <= 0 || full <= 0) return ''
  return shades[Math.min(5, Math.ceil((value / full) * 5))] ?? ''
}

/** A table whose cells are shaded by their numbers; the numbers stand in the cells. */
export function Heat(props: HeatProps) {
  const { columns, rows } = props
  const full = props.full ?? Math.max(0, ...rows.flatMap((row) => row.values.map((value) => value ?? 0)))
  return (
    <div>
      <div className="overflow-x-auto rounded-12 border border-line bg-surface" tabIndex={0} role="group" aria-label={props.caption}>
        <table className="w-full border-collapse text-[1rem]">
          <caption className="sr-only">{props.caption}</caption>
          <thead className="bg-sunken">
            <tr>
              <th scope="col" className="sticky left-0 z-1 bg-sunken px-4 py-2 text-left">
                {props.corner}
              </th>
              {columns.map((column) => (
                <th key={column.key} scope="col" className="min-w-16 px-2 py-2 text-center leading-snug">
                  {column.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key} className="border-t border-line">
                <th scope="row" className="sticky left-0 z-1 max-w-40 bg-surface px-4 py-2 text-left leading-snug sm:max-w-none">
                  {row.href ? <Link href={row.href}>{row.label}</Link> : row.label}
                </th>
                {columns.map((column, index) => (
                  <HeatCell
                    key={column.key}
                    value={row.values[index] ?? null}
                    full={full}
                    props={props}
                    href={props.href?.(row.key, column.key) ?? null}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Scale />
    </div>
  )
}

const overClass = 'bg-danger-soft font-bold text-danger-ink shadow-[inset_0_0_0_2px_var(--danger-line)]'

function HeatCell({ value, full, props, href }: { value: number | null; full: number; props: HeatProps; href: string | null }) {
  const words = useWords()
  if (value === null) return <td className="border-l border-line px-2 py-2 text-center text-ink-soft">{props.none ?? words.none}</td>
  const over = props.limit !== undefined && value > props.limit
  const text = (
    <>
      {over ? <Icon name="warning" className="mr-0.5 size-4 align-[-0.15em]" /> : null}
      {props.format(value)}
      {over ? <span className="block text-[0.8125rem] leading-tight">{words.heat.over}</span> : null}
    </>
  )
  return (
    <td className={`tabular border-l border-line px-2 py-2 text-center ${over ? overClass : shadeOf(value, full)}`}>
      {href === null ? (
        text
      ) : (
        <Link href={href} className="!text-inherit">
          {text}
        </Link>
      )}
    </td>
  )
}

function Scale() {
  const words = useWords().heat
  return (
    <p className="mt-2 flex flex-wrap items-center gap-2 text-[1rem] text-ink-soft">
      <span>{words.scale}</span>
      <span>{words.less}</span>
      {shades.slice(1).map((shade) => (
        <span key={shade} aria-hidden="true" className={`h-5 w-8 border border-line ${shade}`} />
      ))}
      <span>{words.more}</span>
    </p>
  )
}
