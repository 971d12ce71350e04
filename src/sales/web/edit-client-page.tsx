import { useRead } from '../../ui/client.ts'
import { Loaded } from '../../ui/loading.tsx'
import { useGo, useParam } from '../../ui/navigation.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useForm } from '../../ui/use-form.ts'
import { contract } from '../contract.ts'
import { ClientForm, type ClientValues } from './client-form.tsx'
import { useSalesWords } from './words.ts'

export default function EditClientPage() {
  const m = useSalesWords()
  const clientId = useParam('clientId')
  const client = useRead(contract.client, { clientId })
  return (
    <>
      <PageTitle>{m.editClient}</PageTitle>
      <Loaded of={client}>{({ id, ...values }) => <Editor clientId={id} values={values} />}</Loaded>
    </>
  )
}

function Editor({ clientId, values }: { clientId: string; values: ClientValues }) {
  const m = useSalesWords()
  const go = useGo()
  const form = useForm(contract['change-client'], {
    draft: `sales.change-client.${clientId}`,
    initial: values,
    input: (changed) => ({ clientId, ...changed }),
    onDone: () => {
      showToast(m.saved)
      go(`/clients/${clientId}`)
    },
    refusals: m.refusals,
  })
  return <ClientForm form={form} submit={m.save} back={`/clients/${clientId}`} />
}
