import { type ReactNode, useState } from 'react'
import type { WriteContract } from '../../platform/contract.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useMay } from '../../ui/may.ts'
import { Card } from '../../ui/surface.tsx'
import { usePeopleWords } from './words.ts'

type EditableCardProps = {
  title: string
  aside?: ReactNode
  children: ReactNode
  /** The write that the form sends; whoever may not try it is only shown what is recorded. */
  change: WriteContract
  form: (close: () => void) => ReactNode
}

/** What is recorded, and a window to change it. */
export function EditableCard({ title, aside, children, change, form }: EditableCardProps) {
  const m = usePeopleWords()
  const mayChange = useMay(change)
  const [open, setOpen] = useState(false)
  const close = (): void => setOpen(false)
  return (
    <Card
      title={title}
      aside={
        <>
          {aside}
          {mayChange ? (
            <Button look="outline" size="small" icon="edit" aria-label={`${m.person.edit}: ${title}`} onClick={() => setOpen(true)}>
              {m.person.edit}
            </Button>
          ) : null}
        </>
      }
    >
      {children}
      {mayChange ? (
        <Dialog open={open} onClose={close} title={title} wide>
          {open ? form(close) : null}
        </Dialog>
      ) : null}
    </Card>
  )
}
