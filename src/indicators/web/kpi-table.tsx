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
                {row.fault ? (
                  <td colSpan={6} className={`${cell} text-left!`}>
                    {m.table.broken(m.table.faults[row.fault])}
                  </td>
                ) : (
                  <Cells row={row} onOpen={setOpen} />
                )}
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

function Cells({ row, onOpen }: { row: Row; onOpen: (open: Row) => void }) {
  const m = useIndicatorWords()
  const actual = (part: Row['year'], kind: 'year' | 'cumulative') => (
    <Actual part={part} label={m.table.showRows(row.name, `${m.chart[kind]} ${part.actual} ${part.rate}`)} onOpen={() => onOpen(row)} />
  )
  return (
    <>
      <td className={cell}>{row.baseline}</td>
      <td className={cell}>{row.finalTarget}</td>
      <td className={cell}>{row.year.target}</td>
      <td className={cell}>{actual(row.year, 'year')}</td>
      <td className={cell}>{row.cumulative?.target ?? ''}</td>
      <td className={cell}>{row.cumulative ? actual(row.cumulative, 'cumulative') : null}</td>
    </>
  )
}

/** The actual with its rate below, as on the paper; both open the rows they were counted from. What was not measured is no figure. */
function Actual({ part, label, onOpen }: { part: Row['year']; label: string; onOpen: () => void }) {
  const m = useIndicatorWords()
  if (!part.isMeasured) return <span className="text-ink-soft">{m.table.notMeasured}</span>
  return (
    <Button look="link" size="small" aria-label={label} onClick={onOpen}>
      <span className="block text-right">
        <span className="block whitespace-nowrap">{part.actual}</span>
        <span className="block whitespace-nowrap">{part.rate}</span>
      </span>
    </Button>
  )
}
