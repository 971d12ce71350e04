import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import type { KpiTable } from '../contract.ts'
import { type Figure, RowsBehind } from './rows-behind.tsx'
import { useFormat } from '../../ui/format.ts'
import { useIndicatorWords } from './words.ts'

type Row = KpiTable['rows'][number]
const head = 'border border-line bg-sunken px-2 py-2 text-left align-bottom font-bold'
const cell = 'border border-line px-2 py-2 text-right align-top tabular'

/** The table exactly as the sheet prints it. Each computed figure opens the rows that it was counted from. */
export function KpiTableView({ table, cityName, municipalityId }: { table: KpiTable; cityName: string; municipalityId: string | null }) {
  const m = useIndicatorWords()
  const [open, setOpen] = useState<Figure | null>(null)
  const label = useFormat().fiscalYear(table.fiscalYear)
  const hasLocal = table.rows.some((row) => [row.year, row.cumulative].some((part) => part && splitActual(part.actual)[1] !== ''))
  return (
    <>
      <div className="overflow-x-auto" tabIndex={0} role="group" aria-label={m.table.caption(label)}>
        <table className="w-full min-w-[40rem] table-fixed border-collapse bg-surface print:min-w-0">
          <caption className="sr-only">{m.table.caption(label)}</caption>
          <thead>
            <tr>
              <th scope="col" rowSpan={2} className={`${head} w-1/5`}>
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
                <th scope="row" className="border border-line px-2 py-2 text-left align-top font-normal">
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
      {open ? <RowsBehind of={open} fiscalYear={table.fiscalYear} municipalityId={municipalityId} onClose={() => setOpen(null)} /> : null}
    </>
  )
}

/** `33 [21]`: the region's figure, and the city's own part of it or nothing. */
function splitActual(actual: string): readonly [string, string] {
  const at = actual.indexOf(' ')
  return at < 0 ? [actual, ''] : [actual.slice(0, at), actual.slice(at + 1)]
}

function Cells({ row, onOpen }: { row: Row; onOpen: (open: Figure) => void }) {
  return (
    <>
      <td className={cell}>{row.baseline}</td>
      <td className={cell}>{row.finalTarget}</td>
      <td className={cell}>{row.year.target}</td>
      <td className={cell}>
        <Actual row={row} part="year" onOpen={onOpen} />
      </td>
      <td className={cell}>{row.cumulative?.target ?? ''}</td>
      <td className={cell}>{row.cumulative ? <Actual row={row} part="cumulative" onOpen={onOpen} /> : null}</td>
    </>
  )
}

/** The actual with its rate below, as on the paper. Each figure opens the rows that it was counted from; what was not measured is none. */
function Actual({ row, part, onOpen }: { row: Row; part: Figure['part']; onOpen: (open: Figure) => void }) {
  const m = useIndicatorWords()
  const { actual = '', rate = '', isMeasured = false } = row[part] ?? {}
  if (!isMeasured) return <span className="text-ink-soft">{m.table.notMeasured}</span>
  const [regional, own] = splitActual(actual)
  const opener = (scope: Figure['scope'], text: string) => (
    <Button
      look="link"
      size="small"
      className="px-1! whitespace-nowrap"
      aria-label={m.table.showRows(row.name, `${m.chart[part]} ${m.behind[scope]} ${text} ${rate}`)}
      onClick={() => onOpen({ row, part, scope })}
    >
      {text}
    </Button>
  )
  return (
    <span className="block text-right">
      {opener('regional', regional)}
      {own === '' ? null : <> {opener('local', own)}</>}
      <span className="block">{rate}</span>
    </span>
  )
}
