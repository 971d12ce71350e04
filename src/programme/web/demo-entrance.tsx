import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { useDeed } from '../../ui/client.ts'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { Refusal } from '../../ui/request.ts'
import { beginAs } from '../../ui/session.ts'
import { Card, Stack } from '../../ui/surface.tsx'
import { answered, authClient } from './auth-client.ts'
import { useDemoAccounts } from './demo-accounts.ts'
import { useProgrammeWords } from './words.ts'

/** One button for each role of the demo programme; nothing where no demo was loaded. */
export function DemoEntrance({ onIn }: { onIn: () => Promise<void> }) {
  const m = useProgrammeWords()
  const accounts = useDemoAccounts()
  const { run, pending, refusal } = useDeed((error) => (error instanceof Refusal ? error : new Refusal('OTHER', 0)))
  const [entering, setEntering] = useState<string | null>(null)
  if (accounts.length === 0) return null
  const enter = async ({ role, email, password }: (typeof accounts)[number]): Promise<void> => {
    setEntering(email)
    await run(
      () => answered(authClient.signIn.email({ email, password })),
      () => beginAs(role).then(onIn),
    )
  }
  const shown = accounts.filter((account, index) => accounts.findIndex((other) => other.role === account.role) === index)
  return (
    <Card title={m.signIn.demoTitle}>
      <Stack gap="medium">
        <p>{m.signIn.demoText}</p>
        <RefusalNotice refusal={refusal} words={m.authErrors} />
        <div className="grid grid-cols-[repeat(auto-fill,minmax(min(13rem,100%),1fr))] gap-3">
          {shown.map((account) => (
            <Button
              key={account.email}
              look="outline"
              wide
              pending={pending && entering === account.email}
              onClick={() => void enter(account)}
            >
              {m.signIn.demoAs(m.roles[account.role])}
            </Button>
          ))}
        </div>
      </Stack>
    </Card>
  )
}
