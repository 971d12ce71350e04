import { DataList } from '../../ui/data-list.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Badge } from '../../ui/status.tsx'
import { DateText } from '../../ui/value-text.tsx'
import { useWholeList } from '../../ui/server-pages.ts'
import { clientDeliveryStates } from '../contract/client.ts'
import { contract } from '../contract/index.ts'
import { deliveryTones } from './delivery-card.tsx'
import { useDeliveryWords } from './words.ts'

export default function DeliveriesPage() {
  const m = useDeliveryWords()
  const deliveries = useWholeList(contract['client-deliveries'], {})
  return (
    <>
      <PageTitle lead={m.client.deliveriesLead}>{m.client.deliveries}</PageTitle>
      <Loaded of={deliveries}>
        {(data) => (
          <DataList
            caption={m.client.deliveries}
            rows={data.rows}
            rowKey={(row) => row.id}
            columns={[
              { key: 'title', label: m.order, value: (row) => row.title, href: (row) => `/deliveries/${row.id}` },
              { key: 'number', label: m.deliver.number, value: (row) => row.number },
              { key: 'on', label: m.deliver.on, value: (row) => row.deliveredOn, show: (row) => <DateText date={row.deliveredOn} short /> },
              {
                key: 'state',
                label: m.state,
                value: (row) => m.deliveryStates[row.state],
                show: (row) => <Badge tone={deliveryTones[row.state]}>{m.deliveryStates[row.state]}</Badge>,
              },
            ]}
            filters={[
              {
                key: 'state',
                label: m.state,
                options: clientDeliveryStates.map((value) => ({ value, label: m.deliveryStates[value] })),
                of: (row) => row.state,
              },
            ]}
            empty={{ title: m.client.noDeliveries, text: m.client.noDeliveriesText }}
          />
        )}
      </Loaded>
    </>
  )
}
