import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { useDeed } from '../../ui/client.ts'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { request } from '../../ui/request.ts'
import { useSession } from '../../ui/session.ts'
import { Notice } from '../../ui/status.tsx'
import { Stack } from '../../ui/surface.tsx'
import { useProgrammeWords } from './words.ts'

const send = (path: string, body: object): Promise<unknown> =>
  request(`/api/auth/unlock/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
/** Lets this device try the account of a link again. */
export const tryAgainHere = (token: string): Promise<unknown> => send('use', { token })

/** The way in for somebody whose account others have locked by guessing: a link to its mail address. */
export function AskForLink({ email }: { email: string }) {
  const m = useProgrammeWords()
  const { mail } = useSession()
  const { run, pending, refusal } = useDeed()
  const [isSent, setSent] = useState(false)
  if (!mail) return null
  if (isSent) return <Notice tone="info">{m.unlock.sent}</Notice>
  const ask = (): Promise<void> =>
    run(
      () => send('ask', { email }),
      () => setSent(true),
    )
  return (
    <Stack gap="medium">
      <p>{m.unlock.askText}</p>
      <RefusalNotice refusal={refusal} words={m.authErrors} />
      <Button look="outline" wide pending={pending} onClick={() => void ask()}>
        {m.unlock.ask}
      </Button>
    </Stack>
  )
}
