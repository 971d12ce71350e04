import { useState } from 'react'
import type { z } from 'zod'
import { useRead } from '../../ui/client.ts'
import { EmptyList } from '../../ui/data-list-empty.tsx'
import { FileDrop, type UploadedFile } from '../../ui/file-drop.tsx'
import { Form } from '../../ui/form.tsx'
import { useFormat } from '../../ui/format.ts'
import { Loaded } from '../../ui/loading.tsx'
import { useParam } from '../../ui/navigation.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Badge, Notice } from '../../ui/status.tsx'
import { Card, Stack } from '../../ui/surface.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useForm } from '../../ui/use-form.ts'
import { contract } from '../contract/index.ts'
import { DeliveryFacts } from './delivery-card.tsx'
import { useDeliveryWords } from './words.ts'

type Order = z.output<(typeof contract)['order-delivery']['output']>

export default function OrderDeliveryPage() {
  const m = useDeliveryWords()
  const order = useRead(contract['order-delivery'], { orderId: useParam('orderId') })
  return (
    <Loaded of={order} lines={8}>
      {(data) => (
        <>
          <PageTitle lead={m.deliver.lead(data.clientName)} badge={<Badge>{m.orderStates[data.state]}</Badge>}>
            {data.title}
          </PageTitle>
          <Stack>
            <Now key={data.deliveries.length} order={data} />
            <Card title={m.deliver.past}>
              {data.deliveries.length === 0 ? <p className="text-ink-soft">{m.deliver.noPast}</p> : null}
              <ol className="space-y-8">
                {data.deliveries.map((delivery) => (
                  <li key={delivery.id}>
                    <DeliveryFacts delivery={delivery} />
                  </li>
                ))}
              </ol>
            </Card>
          </Stack>
        </>
      )}
    </Loaded>
  )
}

function Now({ order }: { order: Order }) {
  const m = useDeliveryWords()
  const ready = order.packages.filter((each) => each.deliverableUnits > 0)
  if (order.deliveries.some((each) => each.state === 'waiting')) {
    return (
      <Notice tone="info" title={m.deliver.waiting}>
        {m.deliver.waitingText}
      </Notice>
    )
  }
  if (ready.length === 0) return <EmptyList icon="inbox" title={m.deliver.none} text={m.deliver.noneText} />
  return <DeliverForm order={order} ready={ready} />
}

function DeliverForm({ order, ready }: { order: Order; ready: Order['packages'] }) {
  const m = useDeliveryWords()
  const format = useFormat()
  const [units, setUnits] = useState<Readonly<Record<string, number | null>>>(
    Object.fromEntries(ready.map((each) => [each.packageId, each.deliverableUnits])),
  )
  const sent = ready.filter(({ packageId }) => (units[packageId] ?? 0) !== 0)
  const form = useForm(contract['deliver-order'], {
    draft: `delivery.deliver-order.${order.orderId}`,
    initial: { message: '', fileIds: [] as readonly UploadedFile[] },
    input: (values) => ({
      orderId: order.orderId,
      message: values.message,
      lines: sent.map(({ packageId }) => ({ packageId, units: units[packageId] ?? Number.NaN })),
      fileIds: values.fileIds.map((file) => file.id),
    }),
    refusals: m.refusals,
    onDone: (output) => showToast(m.deliver.done(output.number)),
  })
  const nameOf = (each: (typeof ready)[number]): string =>
    sent.includes(each) ? `lines.${sent.indexOf(each)}.units` : `units-${each.packageId}`
  return (
    <Card title={m.deliver.packages}>
      <Form form={form} submit={m.deliver.submit}>
        {ready.map((each) => (
          <NumberField
            key={each.packageId}
            name={nameOf(each)}
            error={form.errors.find(({ path }) => path === nameOf(each))?.text ?? null}
            value={units[each.packageId] ?? null}
            onChange={(value) => setUnits({ ...units, [each.packageId]: value })}
            label={m.deliver.units(each.title)}
            help={[
              `${m.deliver.ready} ${format.number(each.deliverableUnits)}${each.unitName}`,
              `${m.accepted} ${format.number(each.acceptedUnits)}`,
              `${m.deliver.delivered} ${format.number(each.deliveredUnits)}`,
            ].join(' ・ ')}
            unit={each.unitName}
          />
        ))}
        <FileDrop {...form.field('fileIds')} label={m.deliver.files} optional />
        <TextArea {...form.field('message')} label={m.deliver.message} optional limit={2000} />
      </Form>
    </Card>
  )
}
