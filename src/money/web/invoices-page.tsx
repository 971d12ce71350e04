import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { useWrite } from '../../ui/client.ts'
import { DataList } from '../../ui/data-list.tsx'
import { useFormat } from '../../ui/format.ts'
import { useListAddress } from '../../ui/list-view.ts'
import { Loaded } from '../../ui/loading.tsx'
import { YenField } from '../../ui/number-field.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { useServerPages } from '../../ui/server-pages.ts'
import { Badge, Notice } from '../../ui/status.tsx'
import { Figure, Grid, Stack } from '../../ui/surface.tsx'
import { showToast } from '../../ui/toast.tsx'
import { DateText, Money } from '../../ui/value-text.tsx'
import { useWords } from '../../ui/words.ts'
import { contract } from '../contract/index.ts'
import { invoiceStates } from '../contract/clients.ts'
import { useMoneyWords } from './words.ts'

export const invoiceTones = { open: 'info', overdue: 'danger', paid: 'success' } as const

export default function InvoicesPage() {
  const m = useMoneyWords()
  const format = useFormat()
  const words = useWords().faults
  const address = useListAddress(['state'])
  const [openYen, setOpenYen] = useState<number | null>(null)
  const chosen = invoiceStates.find((state) => state === address.view.chosen['state']?.[0])
  const match = contract.invoices.input.shape.openYen.safeParse(openYen)
  const question = { search: address.view.text, state: chosen ?? 'all', openYen: match.data ?? null } as const
  const { found, server } = useServerPages(contract.invoices, question, address)
  return (
    <>
      <PageTitle lead={m.invoices.lead}>{m.invoices.title}</PageTitle>
      <Loaded of={found}>
        {(data) => (
          <Stack>
            <Missing rows={data.missing} />
            <Grid min="small">
              <Figure label={m.invoices.openTotal} value={<Money yen={data.openTotalYen} />} />
              <Figure label={m.invoices.overdue} value={format.number(data.overdueCount)} />
            </Grid>
            <YenField
              name="match"
              value={openYen}
              onChange={setOpenYen}
              label={m.invoices.match}
              help={m.invoices.matchHelp}
              error={match.success ? null : words.unreadable.yen}
            />
            <DataList
              caption={m.invoices.title}
              rows={data.rows}
              rowKey={(row) => row.id}
              server={server}
              columns={[
                { key: 'number', label: m.invoices.number, value: (row) => row.number, href: (row) => `/invoices/${row.id}` },
                { key: 'client', label: m.client, value: (row) => row.clientName },
                { key: 'order', label: m.order, value: (row) => `${row.orderNumber} ${row.orderTitle}` },
                { key: 'due', label: m.invoices.dueOn, value: (row) => row.dueOn, show: (row) => <DateText date={row.dueOn} short /> },
                { key: 'total', label: m.total, value: (row) => row.totalYen, show: (row) => <Money yen={row.totalYen} />, numeric: true },
                {
                  key: 'open',
                  label: m.invoices.open,
                  value: (row) => row.openYen,
                  show: (row) => <Money yen={row.openYen} />,
                  numeric: true,
                },
                {
                  key: 'state',
                  label: m.state,
                  value: (row) => m.invoiceStates[row.state],
                  show: (row) => <Badge tone={invoiceTones[row.state]}>{m.invoiceStates[row.state]}</Badge>,
                },
              ]}
              filters={[
                {
                  key: 'state',
                  label: m.state,
                  options: invoiceStates.map((value) => ({ value, label: m.invoiceStates[value] })),
                  of: (row) => row.state,
                },
              ]}
              empty={{ title: m.invoices.none, text: m.invoices.noneText, icon: 'money' }}
            />
          </Stack>
        )}
      </Loaded>
    </>
  )
}

type MissingRow = { deliveryId: string; orderNumber: string; clientName: string; totalYen: number }

function Missing({ rows }: { rows: readonly MissingRow[] }) {
  const m = useMoneyWords()
  const issue = useWrite(contract['issue-invoice'], { onSuccess: (output) => showToast(m.invoices.issued(output.number)) })
  if (rows.length === 0) return null
  return (
    <Notice tone="warning" title={m.invoices.missing}>
      <p className="mb-3">{m.invoices.missingText}</p>
      <ul className="space-y-2">
        {rows.map((row) => (
          <li key={row.deliveryId} className="flex flex-wrap items-center gap-3">
            <span>
              {row.orderNumber} {row.clientName} ・ <Money yen={row.totalYen} />
            </span>
            <Button
              size="small"
              look="outline"
              pending={issue.pending}
              onClick={() => void issue.run({ deliveryId: row.deliveryId }).catch(() => undefined)}
            >
              {m.invoices.issue}
            </Button>
          </li>
        ))}
      </ul>
      <RefusalNotice refusal={issue.refusal} words={m.refusals} />
    </Notice>
  )
}
