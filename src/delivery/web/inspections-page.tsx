import type { z } from 'zod'
import { DataList } from '../../ui/data-list.tsx'
import { useFormat } from '../../ui/format.ts'
import { type Column, useListAddress } from '../../ui/list-view.ts'
import { Loaded } from '../../ui/loading.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useServerPages } from '../../ui/server-pages.ts'
import { Badge } from '../../ui/status.tsx'
import { Figure, Grid, Stack } from '../../ui/surface.tsx'
import { DateText, NumberText, todayInJapan } from '../../ui/value-text.tsx'
import { contract } from '../contract/index.ts'
import { useDeliveryWords } from './words.ts'

export type Waiting = z.output<(typeof contract)['inspection-queue']['output']>['rows'][number]

/** Columns of hand-ins that wait, the inspection due date with how far away it is. */
export function useWaitingColumns(): Column<Waiting>[] {
  const m = useDeliveryWords()
  const today = todayInJapan()
  return [
    { key: 'package', label: m.package, value: (row) => row.packageTitle, href: (row) => `/inspections/${row.submissionId}` },
    { key: 'worker', label: m.worker, value: (row) => row.workerName, show: (row) => <Who row={row} /> },
    {
      key: 'units',
      label: m.units,
      value: (row) => row.units,
      show: (row) => <NumberText value={row.units} unit={row.unitName} />,
      numeric: true,
    },
    { key: 'received', label: m.received, value: (row) => row.receivedAt, show: (row) => <DateText date={row.receivedAt} short /> },
    {
      key: 'inspectBy',
      label: m.inspect.inspectBy,
      value: (row) => row.inspectBy,
      show: (row) =>
        row.daysLeft < 0 ? (
          <Badge tone="danger">
            <DateText date={row.inspectBy} short relativeTo={today} />
          </Badge>
        ) : (
          <DateText date={row.inspectBy} short relativeTo={today} />
        ),
    },
    { key: 'order', label: m.order, value: (row) => row.orderNumber },
  ]
}

function Who({ row }: { row: Waiting }) {
  const m = useDeliveryWords()
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      {row.workerName}
      {row.isCorrection ? <Badge tone="info">{m.inspect.correction}</Badge> : null}
      {row.isOwn ? <Badge>{m.inspect.own}</Badge> : null}
    </span>
  )
}

export default function InspectionsPage() {
  const m = useDeliveryWords()
  const format = useFormat()
  const address = useListAddress([])
  const question = { search: address.view.text }
  const { found, server } = useServerPages(contract['inspection-queue'], question, address, { everySeconds: 60 })
  const columns = useWaitingColumns()
  return (
    <>
      <PageTitle lead={m.inspect.lead}>{m.inspect.title}</PageTitle>
      <Loaded of={found} lines={8}>
        {(data) => (
          <Stack>
            <Grid min="small">
              <Figure label={m.inspect.waitingCount} value={format.number(data.total)} />
              <Figure label={m.inspect.lateCount} value={format.number(data.lateCount)} />
              <Figure
                label={m.inspect.firstPass}
                value={data.acceptedCount === 0 ? '–' : format.percent(data.firstPassCount / data.acceptedCount)}
                note={m.inspect.firstPassNote(data.firstPassCount, data.acceptedCount)}
              />
            </Grid>
            <DataList
              caption={m.inspect.list}
              rows={data.rows}
              rowKey={(row) => row.submissionId}
              columns={columns}
              server={server}
              empty={{ title: m.inspect.none, text: m.inspect.noneText, icon: 'checklist' }}
            />
          </Stack>
        )}
      </Loaded>
    </>
  )
}
