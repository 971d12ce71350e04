import { useState } from 'react'
import type { z } from 'zod'
import { Button } from '../../ui/button.tsx'
import { useRead } from '../../ui/client.ts'
import { RadioGroup } from '../../ui/choice-field.tsx'
import { EmptyList } from '../../ui/data-list-empty.tsx'
import { DescriptionList } from '../../ui/description-list.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useFormat } from '../../ui/format.ts'
import { Loaded } from '../../ui/loading.tsx'
import { Stack } from '../../ui/surface.tsx'
import { DateText, Money, NumberText } from '../../ui/value-text.tsx'
import { contract, type KpiTable } from '../contract.ts'
import { useIndicatorWords } from './words.ts'

/** One printed figure: of the region or of the own city, of the year or since the baseline. */
export interface Figure {
  row: KpiTable['rows'][number]
  part: 'year' | 'cumulative'
  scope: 'regional' | 'local'
}

interface Props {
  of: Figure
  fiscalYear: number
  municipalityId: string | null
  onClose: () => void
}

/** What one figure was counted from, page by page, for the region or for the own city. */
export function RowsBehind({ of, fiscalYear: shownFirst, municipalityId, onClose }: Props) {
  const { row } = of
  const m = useIndicatorWords()
  const { number, fiscalYear: yearName } = useFormat()
  const [fiscalYear, setFiscalYear] = useState(shownFirst)
  const label = yearName(fiscalYear)
  const [scope, setScope] = useState(of.scope)
  const [cursor, setCursor] = useState<string | null>(null)
  const setYear = (year: number): void => {
    setFiscalYear(year)
    setCursor(null)
  }
  const rows = useRead(
    contract['rows-behind'],
    {
      indicatorId: row.indicatorId,
      fiscalYear,
      municipalityId: scope === 'local' ? municipalityId : null,
      cursor,
    },
    { keepPrevious: true },
  )
  return (
    <Dialog open wide onClose={onClose} title={m.behind.title(row.name, label)}>
      <Stack gap="medium">
        {municipalityId ? (
          <RadioGroup
            name="scope"
            label={m.behind.scope}
            value={scope}
            onChange={(value) => {
              setScope(value === 'local' ? 'local' : 'regional')
              setCursor(null)
            }}
            options={[
              { value: 'local', label: m.behind.local },
              { value: 'regional', label: m.behind.regional },
            ]}
          />
        ) : null}
        <Loaded of={rows}>
          {(data) => (
            <Stack gap="medium">
              <DescriptionList
                items={[
                  {
                    term: m.behind.value,
                    value: data.value === null ? m.table.notMeasured : <NumberText value={data.value} unit={data.unit} />,
                  },
                  ...differenceIn(data, of.part).map(({ value, from }) => ({
                    term: m.behind.increase[of.part](yearName(from.fiscalYear)),
                    value: <Difference value={value} from={from} onYear={setYear} />,
                  })),
                  { term: m.behind.definition, value: m.behind.sources[data.source] },
                ]}
              />
              {fiscalYear === shownFirst ? null : (
                <Button look="quiet" icon="arrow-left" onClick={() => setYear(shownFirst)}>
                  {yearName(shownFirst)}
                </Button>
              )}
              {data.areTotals ? <p className="measure text-ink-soft">{m.behind.aggregated}</p> : null}
              {data.rows.length === 0 ? (
                <EmptyList title={m.behind.empty} text={m.behind.emptyText} />
              ) : (
                <div className="overflow-x-auto" tabIndex={0} role="group" aria-label={m.behind.title(row.name, label)}>
                  <table className="w-full border-collapse">
                    <caption className="pb-2 text-left text-ink-soft">{m.behind.total(number(data.total))}</caption>
                    <thead>
                      <tr className="border-b-2 border-line text-left">
                        <th scope="col" className="py-2 pr-4">
                          {m.behind.label}
                        </th>
                        <th scope="col" className="py-2 pr-4">
                          {m.municipality}
                        </th>
                        <th scope="col" className="py-2 pr-4">
                          {m.behind.on}
                        </th>
                        <th scope="col" className="py-2 text-right">
                          {data.rows.some((each) => each.count !== null) ? m.headcount : m.behind.amount}
                        </th>
                      </tr>
                    </thead>
                    <tbody>
                      {data.rows.map((each) => (
                        <tr key={each.id} className="border-b border-line">
                          <td className="py-2 pr-4">{each.label}</td>
                          <td className="py-2 pr-4">{each.municipality ?? ''}</td>
                          <td className="py-2 pr-4 whitespace-nowrap">{each.on ? <DateText date={each.on} short /> : ''}</td>
                          <td className="tabular py-2 text-right">
                            {each.count === null ? (
                              each.amountYen === null ? (
                                ''
                              ) : (
                                <Money yen={each.amountYen} />
                              )
                            ) : (
                              <NumberText value={each.count} />
                            )}
                          </td>
                        </tr>
                      ))}
                    </tbody>
                  </table>
                </div>
              )}
              {data.next ? (
                <Button look="outline" onClick={() => setCursor(data.next)}>
                  {m.behind.more}
                </Button>
              ) : null}
            </Stack>
          )}
        </Loaded>
      </Stack>
    </Dialog>
  )
}

/** The earlier level from which the opened figure was counted; none for a level, and none where it was not measured. */
function differenceIn({ value, before, baseline }: z.output<(typeof contract)['rows-behind']['output']>, part: Figure['part']) {
  const from = part === 'year' ? before : baseline
  return value === null || from === null ? [] : [{ value, from }]
}

/** The subtraction that the printed figure is, with the way to the rows of the earlier year. */
function Difference({
  value,
  from,
  onYear,
}: {
  value: number
  from: { fiscalYear: number; value: number }
  onYear: (year: number) => void
}) {
  const m = useIndicatorWords()
  const { number, fiscalYear } = useFormat()
  return (
    <span className="flex flex-wrap items-center gap-x-4">
      <span className="tabular">{m.behind.difference(number(value), number(from.value), number(value - from.value))}</span>
      <Button look="link" size="small" onClick={() => onYear(from.fiscalYear)}>
        {fiscalYear(from.fiscalYear)}
      </Button>
    </span>
  )
}
