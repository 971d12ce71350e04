import { firstOf, useAddress } from '../../ui/address.ts'
import { useGo } from '../../ui/navigation.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useForm } from '../../ui/use-form.ts'
import { todayInJapan } from '../../ui/value-text.tsx'
import { contract } from '../contract/index.ts'
import { OrderForm, orderInput } from './order-form.tsx'
import { useOrderWords } from './words.ts'

export default function NewOrderPage() {
  const { staff: m, faults, refusals } = useOrderWords()
  const go = useGo()
  const [address] = useAddress()
  const form = useForm(contract['record-order'], {
    initial: {
      clientId: firstOf(address['client']),
      title: '',
      description: '',
      orderedOn: todayInJapan(),
      dueOn: '',
      amountYen: null as number | null,
      municipalityId: '',
    },
    input: orderInput,
    onDone: ({ orderId, number }) => {
      showToast(m.recorded(number))
      go(`/orders/${orderId}`)
    },
    draft: 'orders.record-order',
    faults,
    refusals,
  })
  return (
    <>
      <PageTitle lead={m.newOrderLead}>{m.newOrder}</PageTitle>
      <OrderForm form={form} submit={m.record} back="/orders" isNew />
    </>
  )
}
