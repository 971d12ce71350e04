import { type ReactNode, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Card } from '../../ui/surface.tsx'
import { usePeopleWords } from './words.ts'

type EditableCardProps = { title: string; aside?: ReactNode; children: ReactNode; form: ((close: () => void) => ReactNode) | null }

/** What is recorded, and a window to change it; without a form it is only shown. */
export function EditableCard({ title, aside, children, form }: EditableCardProps) {
  const m = usePeopleWords()
  const [open, setOpen] = useState(false)
  const close = (): void => setOpen(false)
  return (
    <Card
      title={title}
      aside={
        <>
          {aside}
          {form ? (
            <Button look="outline" size="small" icon="edit" aria-label={`${m.person.edit}: ${title}`} onClick={() => setOpen(true)}>
              {m.person.edit}
            </Button>
          ) : null}
        </>
      }
    >
      {children}
      {form ? (
        <Dialog open={open} onClose={close} title={title} wide>
          {open ? form(close) : null}
        </Dialog>
      ) : null}
    </Card>
  )
}
