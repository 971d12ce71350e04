import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import type { KpiTable } from '../contract.ts'
import { RowsBehind } from './rows-behind.tsx'
import { useFormat } from '../../ui/format.ts'
import { useIndicatorWords } from './words.ts'

type Row = KpiTable['rows'][number]
const head = 'border border-line bg-sunken px-2 py-2 text-left align-bottom font-bold'
const cell = 'border border-line px-2 py-2 text-right align-top tabular'

/** The table exactly as the sheet prints it. Each computed figure opens the rows that it was counted from. */
export function KpiTableView({ table, cityName, municipalityId }: { table: KpiTable; cityName: string; municipalityId: string | null }) {
  const m = useIndicatorWords()
  const [open, setOpen] = useState<Row | null>(null)
  const label = useFormat().fiscalYear(table.fiscalYear)
  const hasLocal = table.rows.some((row) => row.year.actual.includes('['))
  return (
    <>
      <div className="overflow-x-auto" tabIndex={0} role="group" aria-label={m.table.caption(label)}>
        <table className="w-full min-w-[46rem] border-collapse bg-surface print:min-w-0">
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
                <th scope="row" className="min-w-44 border border-line px-2 py-2 text-left align-top font-normal">
                  {row.name}
                </th>
                <td className={cell}>{row.baseline}</td>
                <td className={cell}>{row.finalTarget}</td>
                <td className={cell}>{row.year.target}</td>
                <td className={cell}>
                  <Actual
                    part={row.year}
                    label={m.table.showRows(row.name, `${m.chart.year} ${row.year.actual}`)}
                    onOpen={() => setOpen(row)}
                  />
                </td>
                <td className={cell}>{row.cumulative?.target ?? ''}</td>
                <td className={cell}>
                  {row.cumulative ? (
                    <Actual
                      part={row.cumulative}
                      label={m.table.showRows(row.name, `${m.chart.cumulative} ${row.cumulative.actual}`)}
                      onOpen={() => setOpen(row)}
                    />
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {hasLocal ? <p className="mt-2 text-ink-soft">{m.table.localNote(cityName)}</p> : null}
      {open ? <RowsBehind row={open} fiscalYear={table.fiscalYear} municipalityId={municipalityId} onClose={() => setOpen(null)} /> : null}
    </>
  )
}

/** The actual with its rate below, as on the paper; both open the rows they were counted from. */
function Actual({ part, label, onOpen }: { part: Row['year']; label: string; onOpen: () => void }) {
  return (
    <Button look="link" size="small" aria-label={label} onClick={onOpen}>
      <span className="block text-right">
        <span className="block whitespace-nowrap">{part.actual}</span>
        <span className="block whitespace-nowrap">{part.rate}</span>
      </span>
    </Button>
  )
}
