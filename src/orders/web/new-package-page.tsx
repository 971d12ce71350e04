import { useRead } from '../../ui/client.ts'
import { Loaded } from '../../ui/loading.tsx'
import { useGo, useParam } from '../../ui/navigation.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useForm } from '../../ui/use-form.ts'
import { contract } from '../contract/index.ts'
import { PackageForm } from './package-form.tsx'
import { newPackage, packageInput, type Choices } from './package-values.ts'
import { useOrderWords, useStaffWords } from './words.ts'

export default function NewPackagePage() {
  const m = useStaffWords()
  const orderId = useParam('orderId')
  const choices = useRead(contract['package-choices'], { orderId })
  return (
    <Loaded of={choices}>
      {(data) => (
        <>
          <PageTitle lead={`${data.order.number} · ${data.order.title}`}>{m.newPackage}</PageTitle>
          <Editor choices={data} />
        </>
      )}
    </Loaded>
  )
}

function Editor({ choices }: { choices: Choices }) {
  const { staff: m, refusals, faults } = useOrderWords()
  const go = useGo()
  const orderId = choices.order.id
  const form = useForm(contract['add-package'], {
    initial: newPackage(choices),
    input: (values) => ({ orderId, ...packageInput(values) }),
    onDone: ({ packageId }) => {
      showToast(m.packageAdded)
      go(`/packages/${packageId}?tab=manual`)
    },
    draft: `orders.add-package.${orderId}`,
    refusals,
    faults,
  })
  return <PackageForm form={form} choices={choices} submit={m.addPackage} back={`/orders/${orderId}`} />
}
