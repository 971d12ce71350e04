import { useGo } from '../../ui/navigation.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useForm } from '../../ui/use-form.ts'
import { contract } from '../contract.ts'
import { ClientForm, noClient } from './client-form.tsx'
import { useSalesWords } from './words.ts'

export default function NewClientPage() {
  const m = useSalesWords()
  const go = useGo()
  const form = useForm(contract['record-client'], {
    initial: noClient,
    input: (values) => values,
    onDone: ({ clientId }) => {
      showToast(m.registered)
      go(`/clients/${clientId}`)
    },
    draft: 'sales.record-client',
    refusals: m.refusals,
  })
  return (
    <>
      <PageTitle lead={m.newClientLead}>{m.newClient}</PageTitle>
      <ClientForm form={form} submit={m.register} back="/clients" />
    </>
  )
}
