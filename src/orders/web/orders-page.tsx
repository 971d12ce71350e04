import type { z } from 'zod'
import { LinkButton } from '../../ui/button.tsx'
import { DataList } from '../../ui/data-list.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { useMay } from '../../ui/may.ts'
import { PageTitle } from '../../ui/page-title.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { DateText, Money, todayInJapan } from '../../ui/value-text.tsx'
import { useWholeList } from '../../ui/server-pages.ts'
import { contract } from '../contract/index.ts'
import { OrderStateBadge, ProgressText } from './order-parts.tsx'
import { useStaffWords } from './words.ts'

type Row = z.output<(typeof contract)['orders']['output']>['rows'][number]

export default function OrdersPage() {
  const m = useStaffWords()
  const mayRecord = useMay(contract['record-order'])
  const record = mayRecord ? (
    <LinkButton href="/orders/new" icon="plus">
      {m.newOrder}
    </LinkButton>
  ) : null
  return (
    <>
      <PageTitle lead={m.ordersLead} actions={record}>
        {m.orders}
      </PageTitle>
      <Tabs
        label={m.orders}
        tabs={[
          { key: 'open', label: m.openOrders, content: <OpenOrders /> },
          { key: 'ended', label: m.endedOrders, content: <EndedOrders /> },
        ]}
      />
    </>
  )
}

function OpenOrders() {
  const m = useStaffWords()
  const orders = useWholeList(contract.orders, { state: 'open' })
  return <Loaded of={orders}>{(data) => <OrderList caption={m.openOrders} rows={data.rows} isOpen />}</Loaded>
}

function EndedOrders() {
  const m = useStaffWords()
  const orders = useWholeList(contract.orders, { state: 'ended' })
  return <Loaded of={orders}>{(data) => <OrderList caption={m.endedOrders} rows={data.rows} isOpen={false} />}</Loaded>
}

function OrderList({ caption, rows, isOpen }: { caption: string; rows: readonly Row[]; isOpen: boolean }) {
  const m = useStaffWords()
  const fields = m.orderFields
  const states = isOpen ? (['preparing', 'running', 'delivered'] as const) : (['accepted', 'cancelled'] as const)
  return (
    <DataList
      caption={caption}
      prefix={isOpen ? 'open' : 'ended'}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: 'title', label: fields.title, value: (row) => row.title, href: (row) => `/orders/${row.id}` },
        { key: 'client', label: m.client, value: (row) => row.clientName },
        { key: 'state', label: m.state, value: (row) => m.orderStates[row.state], show: (row) => <OrderStateBadge state={row.state} /> },
        {
          key: 'due',
          label: fields.dueOn,
          value: (row) => row.dueOn,
          show: (row) => <DateText date={row.dueOn} short {...(isOpen ? { relativeTo: todayInJapan() } : {})} />,
        },
        {
          key: 'progress',
          label: fields.progress,
          value: (row) => row.progress.accepted,
          show: (row) => <ProgressText progress={row.progress} />,
        },
        {
          key: 'amount',
          label: fields.amountYen,
          value: (row) => row.amountYen,
          show: (row) => <Money yen={row.amountYen} />,
          numeric: true,
        },
        { key: 'number', label: m.number, value: (row) => row.number, hidden: true },
        { key: 'questions', label: fields.questions, value: (row) => row.openQuestionCount, numeric: true, hidden: true },
      ]}
      filters={[
        {
          key: 'state',
          label: m.state,
          options: states.map((state) => ({ value: state, label: m.orderStates[state] })),
          of: (row) => row.state,
        },
      ]}
      empty={{ title: m.noOrders, text: m.noOrdersText }}
    />
  )
}
