import { DataList } from '../../ui/data-list.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Badge } from '../../ui/status.tsx'
import { DateText, Money } from '../../ui/value-text.tsx'
import { useWholeList } from '../../ui/server-pages.ts'
import { DocumentButton } from '../../delivery/web/file-links.tsx'
import { contract } from '../contract/index.ts'
import { invoiceTones } from './invoices-page.tsx'
import { useMoneyWords } from './words.ts'

export default function MyInvoicesPage() {
  const m = useMoneyWords()
  const invoices = useWholeList(contract['my-invoices'], {})
  return (
    <>
      <PageTitle lead={m.invoices.mineLead}>{m.invoices.mine}</PageTitle>
      <Loaded of={invoices}>
        {(data) => (
          <DataList
            caption={m.invoices.mine}
            rows={data.rows}
            rowKey={(row) => row.id}
            columns={[
              { key: 'number', label: m.invoices.number, value: (row) => row.number },
              { key: 'order', label: m.order, value: (row) => row.orderTitle },
              {
                key: 'issued',
                label: m.invoices.issuedOn,
                value: (row) => row.issuedOn,
                show: (row) => <DateText date={row.issuedOn} short />,
              },
              { key: 'due', label: m.invoices.payBy, value: (row) => row.dueOn, show: (row) => <DateText date={row.dueOn} short /> },
              { key: 'total', label: m.total, value: (row) => row.totalYen, show: (row) => <Money yen={row.totalYen} />, numeric: true },
              {
                key: 'state',
                label: m.state,
                value: (row) => m.invoiceStates[row.state],
                show: (row) => <Badge tone={invoiceTones[row.state]}>{m.invoiceStates[row.state]}</Badge>,
              },
            ]}
            rowActions={{
              label: m.pdf,
              show: (row) => (row.documentId === null ? null : <DocumentButton id={row.documentId}>{m.pdf}</DocumentButton>),
            }}
            empty={{ title: m.invoices.none, text: m.invoices.noneMine, icon: 'money' }}
          />
        )}
      </Loaded>
    </>
  )
}
