import { Form } from '../../ui/form.tsx'
import { useGo } from '../../ui/navigation.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Card } from '../../ui/surface.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useFreeForm } from '../../ui/use-form.ts'
import { useSecretOfLink } from './secret-link.ts'
import { tryAgainHere } from './unlock.tsx'
import { useProgrammeWords } from './words.ts'

/** Where the link of a mail leads. It is used by a press, because mail programs look at links before people do. */
export default function UnlockPage() {
  const m = useProgrammeWords()
  const token = useSecretOfLink()
  const go = useGo()
  const form = useFreeForm({
    initial: {},
    send: () => tryAgainHere(token),
    onDone: () => {
      showToast(m.unlock.done)
      go('/sign-in', { replace: true })
    },
    refusals: m.authErrors,
  })
  return (
    <div className="mx-auto max-w-xl">
      <PageTitle lead={m.unlock.lead}>{m.unlock.title}</PageTitle>
      <Card>
        <Form form={form} submit={m.unlock.open}>
          {null}
        </Form>
      </Card>
    </div>
  )
}
