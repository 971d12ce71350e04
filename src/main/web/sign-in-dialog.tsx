import { useState } from 'react'
import { CodeForm, PasskeyButton, PasswordForm } from '../../programme/web/ways-in.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useSession } from '../../ui/session.ts'
import { endSignIn } from '../../ui/sign-in-request.ts'
import { useShellWords } from './words.ts'

/** Signing in again over the page: when the session has ended, or when something important asks for it. */
export default function SignInDialog() {
  const words = useShellWords().signInAgain
  const { account, ended, refresh } = useSession()
  const [step, setStep] = useState<'password' | 'code'>('password')
  const enter = async (): Promise<void> => {
    await refresh()
    setStep('password')
    endSignIn()
  }
  const ways =
    step === 'code' ? (
      <CodeForm onIn={enter} />
    ) : (
      <div className="space-y-6">
        <PasswordForm email={account?.email ?? ''} onCode={() => setStep('code')} onIn={enter} />
        <PasskeyButton onIn={enter} />
      </div>
    )
  return (
    <Dialog open onClose={endSignIn} title={words.title}>
      <p>{ended ? words.ended : words.important}</p>
      {ways}
      {ended ? (
        <Button look="link" onClick={() => location.assign('/')}>
          {words.leave}
        </Button>
      ) : null}
    </Dialog>
  )
}
