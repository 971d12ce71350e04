import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import type { KpiTable } from '../contract.ts'
import { RowsBehind } from './rows-behind.tsx'
import { useFormat } from '../../ui/format.ts'
import { useIndicatorWords } from './words.ts'

type Row = KpiTable['rows'][number]
const head = 'border border-line bg-sunken px-3 py-2 text-left align-bottom font-bold'
const cell = 'border border-line px-3 py-2 text-right align-top tabular whitespace-nowrap'

/** The table exactly as the sheet prints it. Each actual opens the rows that it was counted from. */
export function KpiTableView({ table, cityName, municipalityId, plain = false }: { table: KpiTable; cityName: string; municipalityId: string | null; plain?: boolean }) {
  const m = useIndicatorWords()
  const [open, setOpen] = useState<Row | null>(null)
  const label = useFormat().fiscalYear(table.fiscalYear)
  const hasLocal = table.rows.some((row) => row.year.actual.includes('['))
  return (
    <>
      <div className="overflow-x-auto" tabIndex={0} role="group" aria-label={m.table.caption(label)}>
        <table className="w-full min-w-[56rem] border-collapse bg-surface print:min-w-0">
          <caption className="sr-only">{m.table.caption(label)}</caption>
          <thead>
            <tr>
              <th scope="col" rowSpan={2} className={head}>
                {m.table.name}
              </th>
              <th scope="col" rowSpan={2} className={head}>
                {m.table.baseline}
              </th>
              <th scope="col" rowSpan={2} className={head}>
                {m.table.finalTarget}
              </th>
              <th scope="colgroup" colSpan={2} className={head}>
                {m.table.yearGroup(label)}
              </th>
              <th scope="colgroup" colSpan={2} className={head}>
                {m.table.cumulativeGroup(label)}
              </th>
            </tr>
            <tr>
              {['year', 'cumulative'].flatMap((group) => [
                <th key={`${group}-target`} scope="col" className={head}>
                  {m.table.target}
                </th>,
                <th key={`${group}-actual`} scope="col" className={head}>
                  {m.table.actual}
                </th>,
              ])}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <tr key={row.indicatorId}>
                <th scope="row" className="min-w-64 border border-line px-3 py-2 text-left align-top font-normal">
                  {row.name}
                </th>
                <td className={cell}>{row.baseline}</td>
                <td className={cell}>{row.finalTarget}</td>
                <td className={cell}>{row.year.target}</td>
                <td className={cell}>
                  {plain ? (
                    <Actual part={row.year} />
                  ) : (
                    <Button look="link" size="small" aria-label={m.table.showRows(row.name, row.year.actual)} onClick={() => setOpen(row)}>
                      <Actual part={row.year} />
                    </Button>
                  )}
                </td>
                <td className={cell}>{row.cumulative?.target ?? ''}</td>
                <td className={cell}>{row.cumulative ? <Actual part={row.cumulative} /> : ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {hasLocal ? <p className="mt-2 text-ink-soft">{m.table.localNote(cityName)}</p> : null}
      {open ? <RowsBehind row={open} fiscalYear={table.fiscalYear} label={label} municipalityId={municipalityId} onClose={() => setOpen(null)} /> : null}
    </>
  )
}

function Actual({ part }: { part: Row['year'] }) {
  return (
    <span>
      {part.actual} {part.rate}
    </span>
  )
}
