import { useState } from 'react'
import { Button, LinkButton } from '../../ui/button.tsx'
import { firstOf, useAddress } from '../../ui/address.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Form } from '../../ui/form.tsx'
import { Link, useGo } from '../../ui/navigation.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { Refusal } from '../../ui/request.ts'
import { useSession } from '../../ui/session.ts'
import { Notice } from '../../ui/status.tsx'
import { Card, Stack } from '../../ui/surface.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useFreeForm } from '../../ui/use-form.ts'
import { answered, authClient, nextPath } from './auth-client.ts'
import { DemoEntrance } from './demo-entrance.tsx'
import { useProgrammeWords } from './words.ts'

/** What is done once the person is in: the session is read anew, then the page that was asked for is shown. */
function useEnter(): () => Promise<void> {
  const { refresh } = useSession()
  const go = useGo()
  const [address] = useAddress()
  return async () => {
    await refresh()
    go(nextPath(firstOf(address['next'])), { replace: true })
  }
}

function PasswordForm({ onCode, onIn }: { onCode: () => void; onIn: () => Promise<void> }) {
  const m = useProgrammeWords()
  const form = useFreeForm({
    initial: { email: '', password: '' },
    send: (values) => answered(authClient.signIn.email(values)),
    onDone: (data) => {
      if (data && 'twoFactorRedirect' in data && data.twoFactorRedirect) onCode()
      else void onIn()
    },
    refusals: m.authErrors,
  })
  return (
    <Form form={form} submit={m.signIn.submit}>
      <TextField {...form.field('email')} label={m.signIn.email} type="email" autoComplete="username webauthn" required />
      <TextField {...form.field('password')} label={m.signIn.password} type="password" autoComplete="current-password" required />
    </Form>
  )
}

function CodeForm({ onIn }: { onIn: () => Promise<void> }) {
  const m = useProgrammeWords()
  const [backup, setBackup] = useState(false)
  const form = useFreeForm({
    initial: { code: '' },
    send: ({ code }) => {
      const plain = code.normalize('NFKC').trim()
      return backup ? answered(authClient.twoFactor.verifyBackupCode({ code: plain })) : answered(authClient.twoFactor.verifyTotp({ code: plain.replaceAll(' ', '') }))
    },
    onDone: () => void onIn(),
    refusals: m.authErrors,
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

function PasskeyButton({ onIn }: { onIn: () => Promise<void> }) {
  const m = useProgrammeWords()
  const [pending, setPending] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const signIn = async (): Promise<void> => {
    setPending(true)
    setRefusal(null)
    try {
      await answered(authClient.signIn.passkey())
      await onIn()
    } catch {
      setRefusal(new Refusal('PASSKEY', 400))
    } finally {
      setPending(false)
    }
  }
  return (
    <Stack gap="small">
      <Button look="outline" wide icon="shield" pending={pending} onClick={() => void signIn()}>
        {m.signIn.passkey}
      </Button>
      <p className="text-ink-soft">{m.signIn.passkeyHelp}</p>
      <RefusalNotice refusal={refusal} words={m.authErrors} />
    </Stack>
  )
}

function Newcomers() {
  const m = useProgrammeWords()
  return (
    <Card title={m.signIn.newHere}>
      <Stack gap="medium">
        <p>{m.signIn.registerText}</p>
        <LinkButton href="/register" look="outline" wide>
          {m.signIn.register}
        </LinkButton>
        <p>
          <Link href="/new-account">{m.signIn.createAccount}</Link>
        </p>
      </Stack>
    </Card>
  )
}

export default function SignInPage() {
  const m = useProgrammeWords()
  const enter = useEnter()
  const [address] = useAddress()
  const [step, setStep] = useState<'password' | 'code'>('password')
  if (step === 'code') {
    return (
      <div className="mx-auto max-w-xl">
        <PageTitle lead={m.signIn.codeLead}>{m.signIn.codeTitle}</PageTitle>
        <Card>
          <CodeForm onIn={enter} />
        </Card>
      </div>
    )
  }
  return (
    <div className="mx-auto max-w-xl">
      <PageTitle lead={m.signIn.lead}>{m.signIn.title}</PageTitle>
      <Stack>
        {firstOf(address['again']) === '1' ? <Notice tone="info">{m.signIn.again}</Notice> : null}
        <Card>
          <PasswordForm onCode={() => setStep('code')} onIn={enter} />
          <div className="my-6 border-t border-line" />
          <PasskeyButton onIn={enter} />
          <div className="mt-6">
            <Disclosure summary={m.signIn.forgot}>{m.signIn.forgotText}</Disclosure>
          </div>
        </Card>
        <DemoEntrance onIn={enter} />
        <Newcomers />
      </Stack>
    </div>
  )
}
