import { useId } from 'react'
import { Button } from '../../ui/button.tsx'
import { useFormat } from '../../ui/format.ts'
import { Notice } from '../../ui/status.tsx'
import { Stack } from '../../ui/surface.tsx'
import { showToast } from '../../ui/toast.tsx'
import { useProgrammeWords } from './words.ts'

/** A link that is shown once, to be copied and handed over. */
export function LinkToHandOver({ path, expiresAt }: { path: string; expiresAt: string }) {
  const m = useProgrammeWords().people
  const format = useFormat()
  const id = useId()
  const link = `${window.location.origin}${path}`
  return (
    <Stack gap="medium">
      <label htmlFor={id} className="font-bold">
        {m.linkTitle}
      </label>
      <textarea
        id={id}
        readOnly
        rows={3}
        value={link}
        onFocus={(event) => event.target.select()}
        className="w-full rounded-8 border border-field-line bg-sunken px-4 py-3 break-all"
      />
      <div className="flex flex-wrap items-center gap-4">
        <Button icon="check" onClick={() => void navigator.clipboard.writeText(link).then(() => showToast(m.copied))}>
          {m.copy}
        </Button>
        <span className="text-ink-soft">{m.linkExpires(format.instant(expiresAt))}</span>
      </div>
      <Notice tone="warning">{m.linkText}</Notice>
    </Stack>
  )
}
