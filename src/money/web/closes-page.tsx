import { useRead } from '../../ui/client.ts'
import { DataList } from '../../ui/data-list.tsx'
import { useFormat } from '../../ui/format.ts'
import { Loaded } from '../../ui/loading.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Badge } from '../../ui/status.tsx'
import { DateText, Money, NumberText } from '../../ui/value-text.tsx'
import { contract } from '../contract/index.ts'
import { useMoneyWords } from './words.ts'

const tones = { notOver: 'neutral', toClose: 'warning', toPay: 'info', finished: 'success' } as const

function stateOf(month: { isOver: boolean; openLineCount: number; unpaidCount: number }): keyof typeof tones {
  if (!month.isOver) return 'notOver'
  if (month.openLineCount > 0) return 'toClose'
  return month.unpaidCount > 0 ? 'toPay' : 'finished'
}

export default function ClosesPage() {
  const m = useMoneyWords()
  const format = useFormat()
  const closes = useRead(contract.closes, {})
  return (
    <>
      <PageTitle lead={m.closing.lead}>{m.closing.title}</PageTitle>
      <Loaded of={closes}>
        {(data) => (
          <DataList
            caption={m.closing.title}
            rows={data.months}
            rowKey={(row) => row.month}
            columns={[
              {
                key: 'month',
                label: m.month,
                value: (row) => row.month,
                show: (row) => format.month(row.month.slice(0, 7)),
                href: (row) => `/closing/${row.month.slice(0, 7)}`,
              },
              {
                key: 'state',
                label: m.state,
                value: (row) => m.closing[stateOf(row)],
                show: (row) => <Badge tone={tones[stateOf(row)]}>{m.closing[stateOf(row)]}</Badge>,
              },
              {
                key: 'lines',
                label: m.closing.lines,
                value: (row) => row.lineCount,
                show: (row) => <NumberText value={row.lineCount} />,
                numeric: true,
              },
              {
                key: 'open',
                label: m.closing.openLines,
                value: (row) => row.openLineCount,
                show: (row) => <NumberText value={row.openLineCount} />,
                numeric: true,
              },
              { key: 'net', label: m.net, value: (row) => row.netYen, show: (row) => <Money yen={row.netYen} />, numeric: true },
              {
                key: 'unpaid',
                label: m.closing.unpaid,
                value: (row) => row.unpaidCount,
                show: (row) => <NumberText value={row.unpaidCount} />,
                numeric: true,
              },
              { key: 'payOn', label: m.payOn, value: (row) => row.payOn, show: (row) => <DateText date={row.payOn} short /> },
            ]}
            empty={{ title: m.closing.none, text: m.closing.noneText, icon: 'calendar' }}
          />
        )}
      </Loaded>
    </>
  )
}
