import { useRead } from '../../ui/client.ts'
import { DataList } from '../../ui/data-list.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { Badge, type Tone } from '../../ui/status.tsx'
import { Card } from '../../ui/surface.tsx'
import { DateText } from '../../ui/value-text.tsx'
import { contract } from '../contract/index.ts'
import { usePlanWords } from './words.ts'

const tones: Record<string, Tone> = { running: 'info', proposed: 'info', offered: 'success', failed: 'danger' }

export function PlanHistory({ shownId }: { shownId: string | null }) {
  const { history: m, state } = usePlanWords()
  const plans = useRead(contract.plans, { kind: 'whole' })
  return (
    <Loaded of={plans} lines={2}>
      {({ rows }) => {
        const others = rows.filter((row) => row.id !== shownId)
        if (others.length === 0) return null
        return (
          <Card title={m.title}>
            <DataList
              caption={m.caption}
              prefix="history"
              rows={others}
              rowKey={(row) => row.id}
              columns={[
                {
                  key: 'asked',
                  label: m.asked,
                  value: (row) => row.askedAt,
                  show: (row) => <DateText date={row.askedAt} time />,
                  href: (row) => `/plan/${row.id}`,
                },
                { key: 'from', label: m.from, value: (row) => row.from, show: (row) => <DateText date={row.from} short /> },
                { key: 'offers', label: m.offers, value: (row) => row.offerCount, numeric: true },
                {
                  key: 'state',
                  label: state,
                  value: (row) => m.states[row.state],
                  show: (row) => <Badge tone={tones[row.state] ?? 'neutral'}>{m.states[row.state]}</Badge>,
                },
              ]}
              empty={{ title: m.empty, text: m.emptyText }}
            />
          </Card>
        )
      }}
    </Loaded>
  )
}
