import { useState } from 'react'
import { Actions, Button } from '../../ui/button.tsx'
import { useRead } from '../../ui/client.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Form } from '../../ui/form.tsx'
import { Loaded } from '../../ui/loading.tsx'
import { useParam } from '../../ui/navigation.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Card, Stack } from '../../ui/surface.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useForm } from '../../ui/use-form.ts'
import type { DeliveryRow } from '../contract/client.ts'
import { contract } from '../contract/index.ts'
import { DeliveryFacts } from './delivery-card.tsx'
import { useDeliveryWords } from './words.ts'

export default function DeliveryPage() {
  const m = useDeliveryWords()
  const delivery = useRead(contract['client-delivery'], { deliveryId: useParam('deliveryId') })
  return (
    <Loaded of={delivery} lines={8}>
      {(data) => (
        <>
          <PageTitle lead={data.orderNumber}>{data.title}</PageTitle>
          <Stack>
            {data.message === '' ? null : (
              <Card title={m.client.message}>
                <p className="measure whitespace-pre-line">{data.message}</p>
              </Card>
            )}
            <Card title={m.client.content}>
              <DeliveryFacts delivery={data} />
            </Card>
            {data.state === 'waiting' ? <Answer delivery={data} /> : null}
          </Stack>
        </>
      )}
    </Loaded>
  )
}

/** The two answers have the same size: a client may return what does not fit the order. */
function Answer({ delivery }: { delivery: DeliveryRow }) {
  const m = useDeliveryWords()
  const [open, setOpen] = useState<'accept' | 'return' | null>(null)
  const close = (): void => setOpen(null)
  return (
    <>
      <Actions>
        <Button size="large" look="outline" icon="check" onClick={() => setOpen('accept')}>
          {m.client.acceptButton}
        </Button>
        <Button size="large" look="outline" icon="undo" onClick={() => setOpen('return')}>
          {m.client.returnButton}
        </Button>
      </Actions>
      <Dialog open={open === 'accept'} onClose={close} title={m.client.acceptTitle}>
        <AcceptForm delivery={delivery} onDone={close} />
      </Dialog>
      <Dialog open={open === 'return'} onClose={close} title={m.client.returnTitle}>
        <ReturnForm delivery={delivery} onDone={close} />
      </Dialog>
    </>
  )
}

type FormProps = { delivery: DeliveryRow; onDone: () => void }

function AcceptForm({ delivery, onDone }: FormProps) {
  const m = useDeliveryWords()
  const form = useForm(contract['accept-delivery'], {
    initial: { comment: '' },
    input: (values) => ({ deliveryId: delivery.id, comment: values.comment }),
    refusals: m.refusals,
    onDone: () => {
      showToast(m.client.accepted)
      onDone()
    },
  })
  return (
    <>
      <p>{m.client.acceptConfirm}</p>
      <Form form={form} submit={m.client.acceptButton}>
        <TextArea {...form.field('comment')} label={m.client.comment} optional limit={1000} />
      </Form>
    </>
  )
}

function ReturnForm({ delivery, onDone }: FormProps) {
  const m = useDeliveryWords()
  const form = useForm(contract['return-delivery'], {
    draft: `delivery.return-delivery.${delivery.id}`,
    initial: { reason: '' },
    input: (values) => ({ deliveryId: delivery.id, reason: values.reason }),
    refusals: m.refusals,
    onDone: () => {
      showToast(m.client.returned)
      onDone()
    },
  })
  return (
    <Form form={form} submit={m.client.returnButton}>
      <TextArea {...form.field('reason')} label={m.client.returnReason} help={m.client.returnHelp} required limit={2000} />
    </Form>
  )
}
