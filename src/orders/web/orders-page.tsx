import { LinkButton } from '../../ui/button.tsx'
import { useRead } from '../../ui/client.ts'
import { DataList } from '../../ui/data-list.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useSession } from '../../ui/session.ts'
import { DateText, Money, todayInJapan } from '../../ui/value-text.tsx'
import { contract } from '../contract/index.ts'
import { orderStates } from '../contract/shapes.ts'
import { OrderStateBadge, ProgressText } from './order-parts.tsx'
import { useStaffWords } from './words.ts'

export default function OrdersPage() {
  const m = useStaffWords()
  const { role } = useSession()
  const orders = useRead(contract.orders, { state: 'all', limit: 200 })
  const newOrder =
    role === 'sales' || role === 'director' || role === 'administrator' ? (
      <LinkButton href="/orders/new" icon="plus">
        {m.newOrder}
      </LinkButton>
    ) : null
  return (
    <>
      <PageTitle lead={m.ordersLead} actions={newOrder}>
        {m.orders}
      </PageTitle>
      <Loaded of={orders}>
        {(data) => (
          <DataList
            caption={m.orders}
            rows={data.rows}
            rowKey={(row) => row.id}
            columns={[
              { key: 'title', label: m.orderFields.title, value: (row) => row.title, href: (row) => `/orders/${row.id}` },
              { key: 'number', label: m.orderFields.number, value: (row) => row.number },
              { key: 'client', label: m.orderFields.client, value: (row) => row.clientName },
              { key: 'state', label: m.state, value: (row) => m.orderStates[row.state], show: (row) => <OrderStateBadge state={row.state} /> },
              { key: 'due', label: m.orderFields.dueOn, value: (row) => row.dueOn, show: (row) => <DateText date={row.dueOn} short {...(row.state === 'preparing' || row.state === 'running' ? { relativeTo: todayInJapan() } : {})} /> },
              { key: 'progress', label: m.orderFields.progress, value: (row) => row.progress.accepted, show: (row) => <ProgressText progress={row.progress} /> },
              { key: 'amount', label: m.orderFields.amountYen, value: (row) => row.amountYen, show: (row) => <Money yen={row.amountYen} />, numeric: true },
              { key: 'questions', label: m.orderFields.questions, value: (row) => row.openQuestionCount, numeric: true, hidden: true },
            ]}
            filters={[{ key: 'state', label: m.state, options: orderStates.map((state) => ({ value: state, label: m.orderStates[state] })), of: (row) => row.state }]}
            empty={{ title: m.noOrders, text: m.noOrdersText, ...(newOrder ? { action: newOrder } : {}) }}
          />
        )}
      </Loaded>
    </>
  )
}
