import { useState } from 'react'
import type { z } from 'zod'
import { Actions, Button, LinkButton } from '../../ui/button.tsx'
import { Select } from '../../ui/choice-field.tsx'
import { useRead, useWrite } from '../../ui/client.ts'
import { DescriptionList } from '../../ui/description-list.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { EmptyList } from '../../ui/data-list-empty.tsx'
import { Form } from '../../ui/form.tsx'
import { useFormat } from '../../ui/format.ts'
import { Loaded } from '../../ui/loading.tsx'
import { useMay } from '../../ui/may.ts'
import { Link, useParam } from '../../ui/navigation.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { Notice } from '../../ui/status.tsx'
import { Card, NextStep, Stack } from '../../ui/surface.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useForm } from '../../ui/use-form.ts'
import { DateText, Money } from '../../ui/value-text.tsx'
import { contract } from '../contract/index.ts'
import { cancellationReasons } from '../contract/shapes.ts'
import { AgreeChange, AgreedChanges } from './order-change.tsx'
import { OrderStateBadge, PackageStateBadge, ProgressView } from './order-parts.tsx'
import { useOrderWords, useStaffWords } from './words.ts'

type Order = z.output<(typeof contract)['order']['output']>

export default function OrderPage() {
  const orderId = useParam('orderId')
  const order = useRead(contract.order, { orderId })
  return <Loaded of={order}>{(data) => <OrderView order={data} />}</Loaded>
}

function OrderView({ order }: { order: Order }) {
  const m = useStaffWords()
  const mayDescribe = useMay(contract['change-order'])
  const mayCut = useMay(contract['add-package'])
  const isOpen = order.state === 'preparing' || order.state === 'running'
  return (
    <>
      <PageTitle lead={`${order.number} · ${order.clientName}`} badge={<OrderStateBadge state={order.state} />}>
        {order.title}
      </PageTitle>
      <Stack>
        {mayCut && isOpen ? <NextOfOrder order={order} /> : null}
        {order.cancellation === null ? null : (
          <Notice tone="warning" title={m.cancelReasons[order.cancellation.reason]}>
            {m.cancelledOn} <DateText date={order.cancellation.cancelledOn} /> {order.cancellation.note}
          </Notice>
        )}
        <Packages order={order} mayCut={mayCut && isOpen} />
        <OrderFacts order={order} />
        <AgreedChanges order={order} />
        {isOpen && mayDescribe ? <OrderActions order={order} /> : null}
      </Stack>
    </>
  )
}

/** The one thing to do next for this order. */
function NextOfOrder({ order }: { order: Order }) {
  const m = useStaffWords()
  const format = useFormat()
  const preparing = order.packages.filter((each) => each.state === 'preparing')
  const [first] = preparing
  if (order.packages.length === 0) {
    const add = (
      <LinkButton href={`/orders/${order.id}/packages/new`} icon="plus">
        {m.newPackage}
      </LinkButton>
    )
    return (
      <NextStep title={m.nextCut} actions={add}>
        <p>{m.nextCutText}</p>
      </NextStep>
    )
  }
  if (first) {
    return (
      <NextStep
        title={m.nextReady(preparing.length)}
        actions={<LinkButton href={`/packages/${first.id}?tab=readiness`}>{first.title}</LinkButton>}
      >
        <p>{m.nextReadyText}</p>
      </NextStep>
    )
  }
  const open = order.packages.find((each) => each.state === 'ready' && each.progress.left > 0)
  if (!open) return null
  return (
    <NextStep
      title={m.nextOffer(`${format.number(open.progress.left)}${open.unitName}`)}
      actions={<LinkButton href={`/packages/${open.id}?tab=offers`}>{m.makeOffers}</LinkButton>}
    >
      <p>{m.nextOfferText}</p>
    </NextStep>
  )
}

function Packages({ order, mayCut }: { order: Order; mayCut: boolean }) {
  const m = useStaffWords()
  const format = useFormat()
  const add = mayCut ? (
    <LinkButton look="outline" size="small" href={`/orders/${order.id}/packages/new`} icon="plus">
      {m.newPackage}
    </LinkButton>
  ) : null
  return (
    <Card title={m.packages} aside={order.packages.length > 0 ? add : null}>
      {order.packages.length === 0 ? <EmptyList title={m.noPackages} text={m.noPackagesText} /> : null}
      <ul className="divide-y divide-line">
        {order.packages.map((each) => (
          <li key={each.id} className="py-5 first:pt-0 last:pb-0">
            <div className="mb-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
              <Link href={`/packages/${each.id}`} className="text-[1.125rem] font-bold">
                {each.title}
              </Link>
              <PackageStateBadge state={each.state} />
            </div>
            <ProgressView label={`${m.due} ${format.date(each.dueOn)}`} progress={each.progress} unitName={each.unitName} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

function OrderFacts({ order }: { order: Order }) {
  const m = useStaffWords()
  const fields = m.orderFields
  return (
    <Card title={m.order}>
      <DescriptionList
        items={[
          { term: m.client, value: <Link href={`/clients/${order.clientId}`}>{order.clientName}</Link> },
          { term: fields.orderedOn, value: <DateText date={order.orderedOn} /> },
          { term: fields.dueOn, value: <DateText date={order.dueOn} /> },
          { term: fields.amountYen, value: <Money yen={order.amountYen} /> },
          { term: fields.municipality, value: order.municipalityName ?? fields.noMunicipality },
          { term: m.repairSending, value: order.repairsAreSent ? m.repairsSent : m.repairsWait },
          order.description === ''
            ? null
            : { term: fields.description, value: <span className="whitespace-pre-line">{order.description}</span> },
        ]}
      />
    </Card>
  )
}

function OrderActions({ order }: { order: Order }) {
  const m = useStaffWords()
  const mayAgree = useMay(contract['agree-order-change'])
  const mayCancel = useMay(contract['cancel-order'])
  const [cancelling, setCancelling] = useState(false)
  return (
    <Actions>
      {order.state === 'preparing' ? (
        <LinkButton look="outline" href={`/orders/${order.id}/edit`} icon="edit">
          {m.edit}
        </LinkButton>
      ) : null}
      {order.state === 'running' && mayAgree ? <AgreeChange order={order} /> : null}
      <RepairSending order={order} />
      {mayCancel ? (
        <Button look="quiet" onClick={() => setCancelling(true)}>
          {m.cancelOrder}
        </Button>
      ) : null}
      <Dialog open={cancelling} onClose={() => setCancelling(false)} title={m.cancelTitle}>
        <CancelForm orderId={order.id} onDone={() => setCancelling(false)} />
      </Dialog>
    </Actions>
  )
}

function RepairSending({ order }: { order: Order }) {
  const { staff: m, refusals } = useOrderWords()
  const maySet = useMay(contract['set-repair-sending'])
  const set = useWrite(contract['set-repair-sending'], { onSuccess: () => showToast(m.saved) })
  if (!maySet) return null
  return (
    <>
      <Button
        look="outline"
        pending={set.pending}
        onClick={() => set.run({ orderId: order.id, areSent: !order.repairsAreSent }).catch(() => undefined)}
      >
        {order.repairsAreSent ? m.letRepairsWait : m.letRepairsBeSent}
      </Button>
      <RefusalNotice refusal={set.refusal} words={refusals} />
    </>
  )
}

function CancelForm({ orderId, onDone }: { orderId: string; onDone: () => void }) {
  const { staff: m, refusals } = useOrderWords()
  const form = useForm(contract['cancel-order'], {
    draft: `orders.cancel-order.${orderId}`,
    initial: { reason: '' as (typeof cancellationReasons)[number] | '', note: '' },
    input: ({ reason, note }) => ({ orderId, reason: reason === '' ? null : reason, note }),
    onDone: ({ withdrawnOfferCount }) => {
      showToast(m.cancelled(withdrawnOfferCount))
      onDone()
    },
    refusals,
  })
  return (
    <>
      <p>{m.cancelText}</p>
      <Form form={form} submit={m.cancelOrder} submitLook="danger">
        <Select
          {...form.field('reason')}
          label={m.cancelReason}
          options={cancellationReasons.map((reason) => ({ value: reason, label: m.cancelReasons[reason] }))}
          required
        />
        <TextArea {...form.field('note')} label={m.cancelNote} limit={5000} />
      </Form>
    </>
  )
}
