import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { Refusal, request } from '../../ui/request.ts'
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
  const [state, setState] = useState<'ready' | 'pending' | 'sent'>('ready')
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  if (!mail) return null
  if (state === 'sent') return <Notice tone="info">{m.unlock.sent}</Notice>
  const ask = async (): Promise<void> => {
    setState('pending')
    setRefusal(null)
    try {
      await send('ask', { email })
      setState('sent')
    } catch (error) {
      setState('ready')
      setRefusal(error instanceof Refusal ? error : null)
    }
  }
  return (
    <Stack gap="medium">
      <p>{m.unlock.askText}</p>
      <RefusalNotice refusal={refusal} words={m.authErrors} />
      <Button look="outline" wide pending={state === 'pending'} onClick={() => void ask()}>
        {m.unlock.ask}
      </Button>
    </Stack>
  )
}
