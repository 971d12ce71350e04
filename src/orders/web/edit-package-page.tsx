import { useRead } from '../../ui/client.ts'
import { Loaded } from '../../ui/loading.tsx'
import { useGo, useParam } from '../../ui/navigation.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useForm } from '../../ui/use-form.ts'
import { contract } from '../contract/index.ts'
import { PackageForm } from './package-form.tsx'
import { packageInput, valuesOf, type Choices, type PackageValues } from './package-values.ts'
import { useOrderWords, useStaffWords } from './words.ts'

export default function EditPackagePage() {
  const m = useStaffWords()
  const packageId = useParam('packageId')
  const work = useRead(contract.package, { packageId })
  const choices = useRead(contract['package-choices'], { orderId: work.data?.orderId ?? '' }, { enabled: work.data !== undefined })
  return (
    <>
      <PageTitle>{m.editPackage}</PageTitle>
      <Loaded of={work}>
        {(data) => <Loaded of={choices}>{(offered) => <Editor packageId={packageId} values={valuesOf(data)} choices={offered} />}</Loaded>}
      </Loaded>
    </>
  )
}

function Editor({ packageId, values, choices }: { packageId: string; values: PackageValues; choices: Choices }) {
  const { staff: m, refusals, faults } = useOrderWords()
  const go = useGo()
  const form = useForm(contract['change-package'], {
    draft: `orders.change-package.${packageId}`,
    initial: values,
    input: (changed) => ({ packageId, ...packageInput(changed) }),
    onDone: () => {
      showToast(m.saved)
      go(`/packages/${packageId}?tab=readiness`)
    },
    refusals,
    faults,
  })
  return <PackageForm form={form} choices={choices} submit={m.save} back={`/packages/${packageId}`} />
}
