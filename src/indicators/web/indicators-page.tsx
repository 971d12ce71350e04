import { PrintButton } from '../../ui/button.tsx'
import { Chart } from '../../ui/chart.tsx'
import { useRead } from '../../ui/client.ts'
import { EmptyList } from '../../ui/data-list-empty.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Badge } from '../../ui/status.tsx'
import { Card, Grid, Stack } from '../../ui/surface.tsx'
import { contract, type KpiTable } from '../contract.ts'
import { OfChoice, useChoice, YearAndCity } from './choice.tsx'
import { KpiTableView } from './kpi-table.tsx'
import { useFormat } from '../../ui/format.ts'
import { useIndicatorWords } from './words.ts'

export default function IndicatorsPage() {
  const m = useIndicatorWords()
  const label = useFormat().fiscalYear
  const chosen = useChoice()
  const { fiscalYear, municipalityId, cityName } = chosen.choice
  const table = useRead(
    contract.table,
    { fiscalYear: fiscalYear ?? 2000, municipalityId },
    { enabled: fiscalYear !== null, keepPrevious: true },
  )
  return (
    <Stack>
      <PageTitle lead={m.indicatorsLead} actions={<PrintButton>{m.print}</PrintButton>}>
        {m.indicators}
      </PageTitle>
      {fiscalYear === null && chosen.years.data && !chosen.isElsewhere ? (
        <EmptyList title={m.none} text={m.noneText} />
      ) : (
        <OfChoice of={chosen}>
          <YearAndCity of={chosen} />
          <Loaded of={table}>
            {(data) => (
              <>
                <Card title={m.table.caption(label(data.fiscalYear))} aside={<Standing of={data} />}>
                  {chosen.shown.find((year) => year.fiscalYear === data.fiscalYear)?.hasTargets === false ? (
                    <p className="mb-3 text-ink-soft">{m.noTarget}</p>
                  ) : null}
                  {data.recorded ? null : <p className="mb-3 text-ink-soft">{m.unrecordedText}</p>}
                  {data.recorded && data.provisional ? <p className="mb-3 text-ink-soft">{m.underWay}</p> : null}
                  <KpiTableView table={data} cityName={cityName} municipalityId={municipalityId} />
                </Card>
                {data.rows.some((row) => row.year.compared !== null) ? (
                  <Card title={m.chartTitle}>
                    <Grid min="medium">
                      {data.rows.map((row) => (
                        <YearChart key={row.indicatorId} row={row} />
                      ))}
                    </Grid>
                  </Card>
                ) : null}
              </>
            )}
          </Loaded>
        </OfChoice>
      )}
    </Stack>
  )
}

/** Whether the figures of a year are settled; of one that is not recorded here there is nothing to settle. */
function Standing({ of: { recorded, provisional } }: { of: KpiTable }) {
  const m = useIndicatorWords()
  if (!recorded) return <Badge tone="neutral">{m.unrecorded}</Badge>
  return <Badge tone={provisional ? 'warning' : 'success'}>{provisional ? m.provisional : m.settled}</Badge>
}

/** Target beside actual, in the printed unit. */
function YearChart({ row }: { row: KpiTable['rows'][number] }) {
  const m = useIndicatorWords()
  const pairs = [row.year, row.cumulative].flatMap((part, index) =>
    part?.compared ? [{ label: index === 0 ? m.chart.year : m.chart.cumulative, ...part.compared }] : [],
  )
  if (pairs.length === 0) return null
  return (
    <Chart
      title={row.name}
      kind="bar"
      labels={pairs.map((pair) => pair.label)}
      series={[
        { name: m.chart.target, values: pairs.map((pair) => pair.target) },
        { name: m.chart.actual, values: pairs.map((pair) => pair.actual) },
      ]}
    />
  )
}
