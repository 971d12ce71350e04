import { DataList } from '../../ui/data-list.tsx'
import { useFormat } from '../../ui/format.ts'
import { Badge, Notice } from '../../ui/status.tsx'
import { Stack } from '../../ui/surface.tsx'
import { Money, NumberText } from '../../ui/value-text.tsx'
import type { Stair } from './answers.ts'
import { Done } from './done.tsx'
import { useMoneyWords } from './words.ts'

/** The totals that must agree, with what stands between them as rows. */
export function CloseChecks({ stair }: { stair: Stair }) {
  const m = useMoneyWords()
  const format = useFormat()
  const yenOf = (key: Stair['checks'][number]['key']): number => stair.checks.find((check) => check.key === key)?.yen ?? 0
  const accepted = yenOf('accepted')
  const lags = yenOf('recorded') !== accepted || yenOf('posted') !== accepted
  const openYen = accepted - yenOf('stated')
  return (
    <Stack gap="medium">
      {lags ? (
        <Notice tone="warning">{m.closing.checksDiffer}</Notice>
      ) : openYen === 0 ? (
        <Done>{m.closing.checksAgree}</Done>
      ) : (
        <p className="measure">{m.closing.checksOpen(format.yen(openYen))}</p>
      )}
      <DataList
        caption={m.closing.checks}
        prefix="checks"
        toolsFrom={100}
        rows={stair.checks}
        rowKey={(row) => row.key}
        columns={[
          { key: 'stage', label: m.closing.stage, value: (row) => m.closing.checkKeys[row.key] },
          {
            key: 'count',
            label: m.closing.lineCount,
            value: (row) => row.count,
            show: (row) => <NumberText value={row.count} />,
            numeric: true,
          },
          { key: 'amount', label: m.amount, value: (row) => row.yen, show: (row) => <Money yen={row.yen} />, numeric: true },
          {
            key: 'difference',
            label: m.closing.difference,
            value: (row) => row.yen - accepted,
            show: (row) => (row.yen === accepted ? <Badge tone="success">{m.closing.agrees}</Badge> : <Money yen={row.yen - accepted} />),
            numeric: true,
          },
        ]}
        empty={{ title: m.closing.none, text: m.closing.noneText }}
      />
      {stair.openStatements.length === 0 ? null : (
        <DataList
          caption={m.closing.openList}
          prefix="open"
          rows={stair.openStatements}
          rowKey={(row) => `${row.workerId} ${row.registered}`}
          columns={[
            { key: 'worker', label: m.worker, value: (row) => row.workerName, href: (row) => `/people/${row.workerId}` },
            {
              key: 'lines',
              label: m.closing.lines,
              value: (row) => row.lineCount,
              show: (row) => <NumberText value={row.lineCount} />,
              numeric: true,
            },
            {
              key: 'subtotal',
              label: m.fee,
              value: (row) => row.subtotalYen,
              show: (row) => <Money yen={row.subtotalYen} />,
              numeric: true,
            },
            { key: 'tax', label: m.tax, value: (row) => row.taxYen, show: (row) => <Money yen={row.taxYen} />, numeric: true },
            {
              key: 'withholding',
              label: m.withholding,
              value: (row) => row.withholdingYen,
              show: (row) => <Money yen={-row.withholdingYen} />,
              numeric: true,
            },
            { key: 'net', label: m.net, value: (row) => row.netYen, show: (row) => <Money yen={row.netYen} />, numeric: true },
          ]}
          empty={{ title: m.closing.nothingOpen, text: '' }}
        />
      )}
    </Stack>
  )
}
