import { useState } from 'react'
import { LinkButton } from '../../ui/button.tsx'
import { firstOf, useAddress } from '../../ui/address.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Link, useGo } from '../../ui/navigation.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useSession } from '../../ui/session.ts'
import { Card, Stack } from '../../ui/surface.tsx'
import { nextPath } from './auth-client.ts'
import { DemoEntrance } from './demo-entrance.tsx'
import { CodeForm, PasskeyButton, PasswordForm } from './ways-in.tsx'
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

function Newcomers() {
  const m = useProgrammeWords()
  const { doors } = useSession()
  return (
    <Card title={m.signIn.newHere}>
      <Stack gap="medium">
        <p>{doors.signUp ? m.signIn.registerText : m.signIn.byInvitation}</p>
        {doors.signUp ? (
          <LinkButton href="/register" look="outline" wide>
            {m.signIn.register}
          </LinkButton>
        ) : null}
        {doors.signUp && doors.opening ? (
          <p>
            <Link href="/new-account">{m.signIn.createAccount}</Link>
          </p>
        ) : null}
      </Stack>
    </Card>
  )
}

export default function SignInPage() {
  const m = useProgrammeWords()
  const enter = useEnter()
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
