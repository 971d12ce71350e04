import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { useWrite } from '../../ui/client.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { RefusalNotice } from '../../ui/refusal-notice.tsx'
import { Stack } from '../../ui/surface.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { contract, type Sheet } from '../contract.ts'
import { missingParts } from '../rules/sheet.ts'
import { useIndicatorWords } from './words.ts'

export function PublishDialog({ sheet, onClose }: { sheet: Sheet; onClose: () => void }) {
  const m = useIndicatorWords()
  const missing = missingParts(sheet.typed)
  const [reason, setReason] = useState('')
  const publish = useWrite(contract['publish-sheet'], {
    onSuccess: () => {
      showToast(m.publish.done)
      onClose()
    },
  })
  const send = () => {
    publish.run({ municipalityId: sheet.municipality.id, fiscalYear: sheet.fiscalYear, reason }).catch(() => undefined)
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={m.publish.title}
      actions={
        <>
          <Button pending={publish.pending} onClick={send}>
            {m.publish.button}
          </Button>
          <Button look="outline" onClick={onClose}>
            {m.close}
          </Button>
        </>
      }
    >
      <Stack gap="medium">
        <p>{m.publish.text}</p>
        {missing.length === 0 ? null : (
          <div>
            <p>{m.publish.missing}</p>
            <ul className="list-disc pl-6">
              {missing.map((part) => (
                <li key={part}>{m.parts[part]}</li>
              ))}
            </ul>
          </div>
        )}
        {sheet.versions.length > 0 ? (
          <TextArea
            name="reason"
            label={m.publish.reason}
            help={m.publish.reasonHelp}
            value={reason}
            onChange={setReason}
            limit={500}
            required
          />
        ) : null}
        <RefusalNotice refusal={publish.refusal} words={m.refusals} />
      </Stack>
    </Dialog>
  )
}
