import { Form } from '../../ui/form.tsx'
import { useGo } from '../../ui/navigation.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Card } from '../../ui/surface.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { missingIn, useFreeForm } from '../../ui/use-form.ts'
import { answered, authClient, authRefusedAt } from './auth-client.ts'
import { useSecretOfLink } from './secret-link.ts'
import { useProgrammeWords } from './words.ts'

export default function ResetPasswordPage() {
  const m = useProgrammeWords()
  const token = useSecretOfLink()
  const go = useGo()
  const form = useFreeForm({
    initial: { newPassword: '' },
    check: (values) => missingIn(values, ['newPassword']),
    send: ({ newPassword }) => answered(authClient.resetPassword({ newPassword, token })),
    onDone: () => {
      showToast(m.reset.done)
      go('/sign-in', { replace: true })
    },
    refusals: m.authErrors,
    refusedAt: authRefusedAt('newPassword'),
  })
  return (
    <div className="mx-auto max-w-xl">
      <PageTitle lead={m.reset.lead}>{m.reset.title}</PageTitle>
      <Card>
        <Form form={form} submit={m.reset.submit}>
          <TextField
            {...form.field('newPassword')}
            label={m.account.newPassword}
            help={m.account.newPasswordHelp}
            type="password"
            autoComplete="new-password"
            required
          />
        </Form>
      </Card>
    </div>
  )
}
