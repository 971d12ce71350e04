import { Button, LinkButton } from '../button.tsx'
import { DataList } from '../data-list.tsx'
import { PageTitle } from '../page-title.tsx'
import { Badge, type Tone } from '../status.tsx'
import { Heading, Stack } from '../surface.tsx'
import { showToast } from '../toast.tsx'
import { DateText, daysAfter, Money } from '../value-text.tsx'
import { useGalleryWords } from './messages.ts'

const today = '2026-11-22'
const states = ['open', 'running', 'returned', 'done', 'late'] as const
const tones: Record<(typeof states)[number], Tone> = {
  open: 'info',
  running: 'neutral',
  returned: 'warning',
  done: 'success',
  late: 'danger',
}

const rows = Array.from({ length: 124 }, (_, index) => ({
  id: String(index + 1),
  number: index + 1,
  dueOn: daysAfter(today, ((index * 7) % 40) - 6),
  priceYen: 900 + ((index * 733) % 90) * 100,
  units: 10 + ((index * 31) % 200),
  state: states[index % states.length] ?? 'open',
}))

export default function ListPage() {
  const m = useGalleryWords()
  return (
    <>
      <PageTitle
        actions={
          <LinkButton icon="plus" href="/ui-gallery/form">
            {m.table.add}
          </LinkButton>
        }
      >
        {m.list}
      </PageTitle>
      <Stack>
        <DataList
          caption={m.list}
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            { key: 'name', label: m.table.name, value: (row) => m.table.item(row.number), href: (row) => `/ui-gallery/list/${row.id}` },
            { key: 'due', label: m.table.due, value: (row) => row.dueOn, show: (row) => <DateText date={row.dueOn} relativeTo={today} /> },
            { key: 'units', label: m.table.units, value: (row) => row.units, numeric: true },
            {
              key: 'price',
              label: m.table.price,
              value: (row) => row.priceYen,
              show: (row) => <Money yen={row.priceYen} />,
              numeric: true,
            },
            {
              key: 'state',
              label: m.table.state,
              value: (row) => m.states[row.state],
              show: (row) => <Badge tone={tones[row.state]}>{m.states[row.state]}</Badge>,
            },
          ]}
          filters={[
            {
              key: 'state',
              label: m.table.state,
              options: states.map((state) => ({ value: state, label: m.states[state] })),
              of: (row) => row.state,
            },
          ]}
          bulk={(chosen, clear) => (
            <Button
              size="small"
              look="outline"
              onClick={() => {
                showToast(m.table.send)
                clear()
              }}
            >
              {`${m.table.send} (${chosen.length})`}
            </Button>
          )}
          rowActions={{
            label: m.table.action,
            show: () => (
              <Button size="small" look="outline">
                {m.table.open}
              </Button>
            ),
          }}
          totals={{ name: m.table.total, price: <Money yen={rows.reduce((sum, row) => sum + row.priceYen, 0)} /> }}
          empty={{ title: m.table.emptyTitle, text: m.table.emptyText }}
        />
        <Heading>{m.table.emptyTitle}</Heading>
        <DataList
          prefix="none"
          caption={m.table.emptyTitle}
          rows={[]}
          rowKey={() => ''}
          columns={[]}
          empty={{
            title: m.table.emptyTitle,
            text: m.table.emptyText,
            icon: 'work',
            action: <LinkButton href="/ui-gallery/form">{m.table.add}</LinkButton>,
          }}
        />
      </Stack>
    </>
  )
}
