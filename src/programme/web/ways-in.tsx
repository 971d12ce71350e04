import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { useDeed } from '../../ui/client.ts'
import { Form } from '../../ui/form.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { Refusal } from '../../ui/request.ts'
import { Stack } from '../../ui/surface.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { missingIn, useFreeForm } from '../../ui/use-form.ts'
import { foldEmail } from '../../platform/typed-text.ts'
import { answered, authClient, authRefusedAt } from './auth-client.ts'
import { AskForLink } from './unlock.tsx'
import { useProgrammeWords } from './words.ts'

/** Sign-in by address and password; `email` is known when somebody signs in again. */
export function PasswordForm({ email = '', onCode, onIn }: { email?: string; onCode: () => void; onIn: () => Promise<void> }) {
  const m = useProgrammeWords()
  const form = useFreeForm({
    initial: { email, password: '' },
    check: (values) => missingIn(values, ['email', 'password']),
    send: (values) => answered(authClient.signIn.email({ ...values, email: foldEmail(values.email) })),
    onDone: (data) => {
      if (data && 'twoFactorRedirect' in data && data.twoFactorRedirect) onCode()
      else void onIn()
    },
    refusals: m.authErrors,
    refusedAt: authRefusedAt(),
  })
  return (
    <Stack gap="medium">
      <Form form={form} submit={m.signIn.submit}>
        <TextField {...form.field('email')} label={m.signIn.email} type="email" autoComplete="username webauthn" required />
        <TextField {...form.field('password')} label={m.signIn.password} type="password" autoComplete="current-password" required />
      </Form>
      {form.refusalCode === 'TOO_MANY_ATTEMPTS' ? <AskForLink email={foldEmail(form.values.email)} /> : null}
    </Stack>
  )
}

export function CodeForm({ onIn }: { onIn: () => Promise<void> }) {
  const m = useProgrammeWords()
  const [backup, setBackup] = useState(false)
  const form = useFreeForm({
    initial: { code: '' },
    check: (values) => missingIn(values, ['code']),
    send: ({ code }) => {
      const plain = code.normalize('NFKC').trim()
      return backup
        ? answered(authClient.twoFactor.verifyBackupCode({ code: plain }))
        : answered(authClient.twoFactor.verifyTotp({ code: plain.replaceAll(' ', '') }))
    },
    onDone: () => void onIn(),
    refusals: m.authErrors,
    refusedAt: authRefusedAt(),
  })
  return (
    <Form
      form={form}
      submit={m.signIn.codeSubmit}
      aside={
        <Button look="quiet" onClick={() => setBackup(!backup)}>
          {backup ? m.signIn.useApp : m.signIn.useBackup}
        </Button>
      }
    >
      <TextField
        {...form.field('code')}
        label={backup ? m.signIn.backupCode : m.signIn.code}
        width="short"
        autoComplete="one-time-code"
        {...(backup ? {} : { inputMode: 'numeric' as const })}
        autoFocus
        required
      />
    </Form>
  )
}

export function PasskeyButton({ onIn }: { onIn: () => Promise<void> }) {
  const m = useProgrammeWords()
  const { run, pending, refusal } = useDeed(() => new Refusal('PASSKEY', 400))
  return (
    <Stack gap="small">
      <Button
        look="outline"
        wide
        icon="shield"
        pending={pending}
        onClick={() => void run(() => answered(authClient.signIn.passkey()), onIn)}
      >
        {m.signIn.passkey}
      </Button>
      <p className="text-ink-soft">{m.signIn.passkeyHelp}</p>
      <RefusalNotice refusal={refusal} words={m.authErrors} />
    </Stack>
  )
}
