import { type ReactNode, useEffect, useId, useRef } from 'react'
import { Button, type Look } from './button.tsx'
import { Icon } from './icon.tsx'
import { useWords } from './words.ts'

type DialogProps = {
  open: boolean
  onClose: () => void
  title: ReactNode
  children?: ReactNode
  /** Buttons at the foot, the main one first. */
  actions?: ReactNode
  wide?: boolean
}

const sheetClass =
  'max-h-[calc(100dvh-2rem)] overscroll-contain rounded-16 border border-line bg-surface p-0 text-left whitespace-normal text-ink shadow-lift-high'

/** A window over the page. Escape, the cross and a press beside it close it; the browser keeps the focus inside. */
export function Dialog({ open, onClose, title, children, actions, wide = false }: DialogProps) {
  const words = useWords()
  const id = useId()
  const element = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = element.current
    if (!dialog) return
    if (open && !dialog.open) {
      dialog.showModal()
      // By itself the browser would choose the cross.
      const first = dialog.querySelector<HTMLElement>('[data-first-focus]') ?? dialog.querySelector('h2')
      first?.focus()
    }
    if (!open && dialog.open) dialog.close()
  }, [open])
  return (
    <dialog
      ref={element}
      aria-labelledby={id}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === element.current) onClose()
      }}
      className={`m-auto w-[calc(100%-2rem)] ${wide ? 'max-w-4xl' : 'max-w-xl'} ${sheetClass}`}
    >
      {open ? (
        <div className="p-5 sm:p-8">
          <div className="mb-4 flex items-start justify-between gap-4">
            <h2 id={id} tabIndex={-1} data-focus-quiet="" className="text-[1.375rem] leading-snug font-bold">
              {title}
            </h2>
            <button
              type="button"
              onClick={onClose}
              className="tap -mt-2 -mr-2 flex shrink-0 items-center justify-center gap-1 rounded-8 px-2 whitespace-nowrap hover:bg-sunken"
            >
              <Icon name="close" />
              <span className="text-[1rem]">{words.close}</span>
            </button>
          </div>
          <div className="space-y-4">{children}</div>
          {actions ? <div className="mt-6 flex flex-col gap-3 sm:flex-row-reverse sm:justify-start">{actions}</div> : null}
        </div>
      ) : null}
    </dialog>
  )
}

type ConfirmDialogProps = {
  open: boolean
  title: ReactNode
  children?: ReactNode
  /** The verb on the button, never "OK". */
  confirm: string
  cancel?: string
  look?: Look
  pending?: boolean
  onConfirm: () => void
  onCancel: () => void
}

/** Asks before something that cannot be taken back. */
export function ConfirmDialog({
  open,
  title,
  children,
  confirm,
  cancel,
  look = 'solid',
  pending = false,
  onConfirm,
  onCancel,
}: ConfirmDialogProps) {
  const words = useWords()
  return (
    <Dialog
      open={open}
      onClose={onCancel}
      title={title}
      actions={
        <>
          <Button look={look} pending={pending} onClick={onConfirm}>
            {confirm}
          </Button>
          <Button look="outline" onClick={onCancel}>
            {cancel ?? words.cancel}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  )
}
