import type { ReactNode } from 'react'
import { useFormat } from '../../ui/format.ts'
import { Card } from '../../ui/surface.tsx'
import type { Sheet, TypedKey } from '../contract.ts'
import { KpiTableView } from './kpi-table.tsx'
import { ComputedMark, TypedPart } from './typed-part.tsx'
import { useIndicatorWords } from './words.ts'

/** The six parts in the order of the paper. */
export function SheetPaper({ sheet, mayWrite }: { sheet: Sheet; mayWrite: boolean }) {
  const m = useIndicatorWords()
  const { number } = useFormat()
  const year = useFormat().fiscalYear
  const { programme, municipality } = sheet
  const part = (key: TypedKey) => <TypedPart key={key} sheet={sheet} part={key} mayWrite={mayWrite} />
  const own = sheet.costs.find((cost) => cost.fiscalYear === sheet.fiscalYear)
  const label = year(sheet.fiscalYear)
  return (
    <>
      <Card title={m.paper.part1}>
        <Rows
          rows={[
            [m.paper.grant, programme.grantName],
            [m.paper.department, m.paper.lead(municipality.department, programme.leadName)],
            [
              m.paper.period,
              m.paper.periodYears(
                year(programme.firstFiscalYear),
                year(programme.lastFiscalYear),
                programme.lastFiscalYear - programme.firstFiscalYear + 1,
              ),
            ],
            [m.paper.outline, <Prose key="outline" text={programme.outline} />],
            [m.paper.costs(municipality.name), <Costs key="costs" sheet={sheet} year={year} />],
          ]}
        />
      </Card>
      <Card title={m.paper.part2(label)}>
        <Rows
          rows={[
            [m.paper.applied, m.paper.appliedYear(sheet.yearOfProgramme, sheet.yearOfMunicipality)],
            [m.paper.position, part('positionOfYear')],
            [
              m.paper.content,
              <div key="content">
                {part('content')}
                {sheet.programmeCostYen === null || !own?.costYen ? null : (
                  <p className="mt-2">{m.paper.share(number(sheet.programmeCostYen / 1_000), municipality.name, number(own.costYen))}</p>
                )}
              </div>,
            ],
            [m.paper.cost, <Yen key="cost" yen={own?.costYen ?? null} />],
            [m.paper.eligible, <Yen key="eligible" yen={own?.eligibleYen ?? null} />],
            [m.paper.granted, <Yen key="granted" yen={own?.grantYen ?? null} />],
          ]}
        />
      </Card>
      <Card title={m.paper.part3} aside={<ComputedMark />}>
        <KpiTableView table={sheet.kpi} cityName={municipality.name} municipalityId={municipality.id} />
        {sheet.kpi.rows.every((row) => row.year.target === '') ? <p className="mt-2 text-ink-soft">{m.noTarget}</p> : null}
        {sheet.kpi.recorded ? null : <p className="mt-2 text-ink-soft">{m.unrecordedText}</p>}
        {sheet.registeredWorkers === null ? null : (
          <p className="mt-2 text-ink-soft">{m.paper.registered(number(sheet.registeredWorkers))}</p>
        )}
      </Card>
      <Card title={m.paper.part4}>
        <Rows
          rows={[
            [m.paper.rating, part('rating')],
            [m.paper.effect, part('effect')],
            [m.paper.answer, part('answerToOpinions')],
          ]}
        />
      </Card>
      <Card title={m.paper.part5}>
        <Rows
          rows={[
            [m.paper.direction, part('direction')],
            [m.paper.issues, part('issues')],
            [m.paper.nextSteps, part('nextSteps')],
          ]}
        />
      </Card>
      <Card title={m.paper.part6}>{part('opinions')}</Card>
    </>
  )
}

function Rows({ rows }: { rows: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className="grid grid-cols-[minmax(0,1fr)] border-t border-line sm:grid-cols-[14rem_minmax(0,1fr)]">
      {rows.map(([term, value]) => (
        <div key={term} className="contents">
          <dt className="border-b-0 border-line bg-sunken px-3 pt-3 font-bold sm:border-b sm:pb-3">{term}</dt>
          <dd className="min-w-0 border-b border-line px-3 py-3">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Prose({ text }: { text: string }) {
  const m = useIndicatorWords()
  return text.trim() === '' ? <span className="text-ink-soft">{m.paper.blank}</span> : <p className="whitespace-pre-wrap">{text}</p>
}

function Yen({ yen }: { yen: number | null }) {
  const m = useIndicatorWords()
  const { number } = useFormat()
  if (yen === null) return <span className="text-ink-soft">{m.paper.blank}</span>
  return (
    <span className="tabular">
      {number(yen)}
      {m.paper.yen}
    </span>
  )
}

function Costs({ sheet, year }: { sheet: Sheet; year: (each: number) => string }) {
  const m = useIndicatorWords()
  const total = (of: (cost: Sheet['costs'][number]) => number | null) => sheet.costs.reduce((sum, cost) => sum + (of(cost) ?? 0), 0)
  return (
    <div className="overflow-x-auto" tabIndex={0} role="group" aria-label={m.paper.costs(sheet.municipality.name)}>
      <table className="border-collapse">
        <thead>
          <tr>
            <th scope="col" className="pr-6 text-left">
              {m.fiscalYear}
            </th>
            <th scope="col" className="pr-6 text-right">
              {m.paper.cost}
            </th>
            <th scope="col" className="text-right">
              {m.paper.granted}
            </th>
          </tr>
        </thead>
        <tbody>
          {sheet.costs.map((cost) => (
            <tr key={cost.fiscalYear}>
              <th scope="row" className="pr-6 text-left font-normal">
                {year(cost.fiscalYear)}
              </th>
              <td className="pr-6 text-right">
                <Yen yen={cost.costYen} />
              </td>
              <td className="text-right">
                <Yen yen={cost.grantYen} />
              </td>
            </tr>
          ))}
          <tr className="border-t border-line font-bold">
            <th scope="row" className="pr-6 text-left">
              {m.paper.sum}
            </th>
            <td className="pr-6 text-right">
              <Yen yen={total((cost) => cost.costYen)} />
            </td>
            <td className="text-right">
              <Yen yen={total((cost) => cost.grantYen)} />
            </td>
          </tr>
        </tbody>
      </table>
    </div>
  )
}
