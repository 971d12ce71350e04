import { useRead } from '../../ui/client.ts'
import { Loaded } from '../../ui/loading.tsx'
import { useGo, useParam } from '../../ui/navigation.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useForm } from '../../ui/use-form.ts'
import { contract } from '../contract/index.ts'
import { OrderForm, orderInput, type OrderValues } from './order-form.tsx'
import { useOrderWords, useStaffWords } from './words.ts'

export default function EditOrderPage() {
  const m = useStaffWords()
  const orderId = useParam('orderId')
  const order = useRead(contract.order, { orderId })
  return (
    <>
      <PageTitle>{m.editOrder}</PageTitle>
      <Loaded of={order}>
        {({ clientId, title, description, orderedOn, dueOn, amountYen, municipalityId }) => (
          <Editor
            orderId={orderId}
            values={{ clientId, title, description, orderedOn, dueOn, amountYen, municipalityId: municipalityId ?? '' }}
          />
        )}
      </Loaded>
    </>
  )
}

function Editor({ orderId, values }: { orderId: string; values: OrderValues }) {
  const { staff: m, refusals, faults } = useOrderWords()
  const go = useGo()
  const form = useForm(contract['change-order'], {
    draft: `orders.change-order.${orderId}`,
    initial: values,
    input: (changed) => {
      const { clientId: _, ...fields } = orderInput(changed)
      return { orderId, ...fields }
    },
    onDone: () => {
      showToast(m.saved)
      go(`/orders/${orderId}`)
    },
    refusals,
    faults,
  })
  return <OrderForm form={form} submit={m.save} back={`/orders/${orderId}`} isNew={false} />
}
