import { PrintButton } from '../../ui/button.tsx'
import { Chart } from '../../ui/chart.tsx'
import { useRead } from '../../ui/client.ts'
import { EmptyList } from '../../ui/data-list-empty.tsx'
import { DataList } from '../../ui/data-list.tsx'
import { useFormat } from '../../ui/format.ts'
import { Loaded } from '../../ui/loading.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Card, Stack } from '../../ui/surface.tsx'
import { Money, NumberText } from '../../ui/value-text.tsx'
import { contract } from '../contract.ts'
import { OfChoice, useChoice, YearAndCity } from './choice.tsx'
import { useIndicatorWords } from './words.ts'

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`

export default function DistributionPage() {
  const m = useIndicatorWords()
  const chosen = useChoice()
  const { fiscalYear } = chosen.choice
  const distribution = useRead(
    contract.distribution,
    { fiscalYear: fiscalYear ?? 2000 },
    { enabled: fiscalYear !== null, keepPrevious: true },
  )
  return (
    <Stack>
      <PageTitle lead={m.distributionLead} actions={<PrintButton>{m.print}</PrintButton>}>
        {m.distribution}
      </PageTitle>
      <OfChoice of={{ ...chosen, isFixed: true }}>
        <YearAndCity of={{ ...chosen, isFixed: true }} />
        <Loaded of={distribution}>
          {({ recorded, ...shares }) =>
            recorded ? <Shares {...shares} label={chosen.label} /> : <EmptyList title={m.unrecorded} text={m.unrecordedText} />
          }
        </Loaded>
      </OfChoice>
    </Stack>
  )
}

type Distribution = (typeof contract)['distribution']['output']['_output']

function Shares({ rows, total, label }: Pick<Distribution, 'rows' | 'total'> & { label: string }) {
  const m = useIndicatorWords()
  const { yen } = useFormat()
  return (
    <>
      <DataList
        caption={m.share.caption(label)}
        rows={rows}
        rowKey={(row) => row.municipalityId ?? row.name ?? 'nowhere'}
        columns={[
          { key: 'city', label: m.municipality, value: (row) => row.name ?? m.share.nowhere },
          { key: 'registered', label: m.share.registered, value: (row) => row.registered, numeric: true },
          { key: 'worked', label: m.share.worked, value: (row) => row.worked, numeric: true },
          { key: 'earners', label: m.share.earners, value: (row) => row.earners, numeric: true },
          {
            key: 'orders',
            label: m.orders,
            value: (row) => row.ordersYen,
            show: (row) => <Money yen={row.ordersYen} />,
            numeric: true,
          },
          {
            key: 'pay',
            label: m.share.pay,
            value: (row) => row.workerYen,
            show: (row) => <Money yen={row.workerYen} />,
            numeric: true,
          },
          { key: 'part', label: m.share.part, value: (row) => row.share, show: (row) => percent(row.share), numeric: true },
          {
            key: 'cost',
            label: m.share.cost,
            value: (row) => row.costYen,
            show: (row) => <Money yen={row.costYen} />,
            numeric: true,
          },
        ]}
        totals={{
          registered: <NumberText value={total.registered} />,
          worked: <NumberText value={total.worked} />,
          earners: <NumberText value={total.earners} />,
          orders: <Money yen={total.ordersYen} />,
          pay: <Money yen={total.workerYen} />,
          cost: <Money yen={total.costYen} />,
        }}
        empty={{ title: m.share.empty, text: m.share.emptyText }}
      />
      <Card>
        <Chart
          title={m.share.chart}
          kind="bar"
          labels={rows.map((row) => row.name ?? m.share.nowhere)}
          series={[{ name: m.share.pay, values: rows.map((row) => row.workerYen) }]}
          format={(value) => yen(value)}
        />
      </Card>
    </>
  )
}
