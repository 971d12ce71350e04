import { useState } from 'react'
import { Actions, Button } from '../../ui/button.tsx'
import { useWrite } from '../../ui/client.ts'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { useFormat } from '../../ui/format.ts'
import { useMay } from '../../ui/may.ts'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { Card } from '../../ui/surface.tsx'
import { showToast } from '../../ui/toast.tsx'
import { contract } from '../contract.ts'
import { useSalesWords } from './words.ts'

/** Whether something is done with the client, with the way to end it and to take it up again. */
export function ClientEnd({ client }: { client: { id: string; name: string; endedOn: string | null } }) {
  const { end: m, refusals } = useSalesWords()
  const format = useFormat()
  const mayEnd = useMay(contract['end-client'])
  const [asking, setAsking] = useState(false)
  const close = (): void => setAsking(false)
  const resume = useWrite(contract['resume-client'], { onSuccess: () => showToast(m.resumed) })
  const end = useWrite(contract['end-client'], {
    onSuccess: () => {
      close()
      showToast(m.done)
    },
  })
  const clientId = client.id
  if (!mayEnd && client.endedOn === null) return null
  return (
    <Card title={m.title}>
      <p>{client.endedOn === null ? m.going : m.ended(format.date(client.endedOn))}</p>
      <RefusalNotice refusal={resume.refusal} words={refusals} />
      {mayEnd ? (
        <Actions>
          {client.endedOn === null ? (
            <Button look="outline" onClick={() => setAsking(true)}>
              {m.act}
            </Button>
          ) : (
            <Button look="outline" pending={resume.pending} onClick={() => void resume.run({ clientId }).catch(() => undefined)}>
              {m.resume}
            </Button>
          )}
        </Actions>
      ) : null}
      <ConfirmDialog
        open={asking}
        title={m.question(client.name)}
        confirm={m.act}
        cancel={m.keep}
        pending={end.pending}
        onConfirm={() => void end.run({ clientId }).catch(() => undefined)}
        onCancel={close}
      >
        <p>{m.effect}</p>
        <RefusalNotice refusal={end.refusal} words={refusals} />
      </ConfirmDialog>
    </Card>
  )
}
