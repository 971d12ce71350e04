import { useSyncExternalStore } from 'react'
import { Icon } from './icon.tsx'
import type { Tone } from './status.tsx'
import { useWords } from './words.ts'

/** `spoken` ones are for screen readers alone. */
type Toast = { id: number; text: string; tone: Tone; undo: (() => void) | null; spoken: boolean }

const secondsShown = 8
const secondsWithUndo = 20
const mostShown = 3

const listeners = new Set<() => void>()
let toasts: readonly Toast[] = []
let nextId = 1

function change(next: readonly Toast[]): void {
  toasts = next.slice(-mostShown)
  for (const listener of listeners) listener()
}

function dismiss(id: number): void {
  change(toasts.filter((toast) => toast.id !== id))
}

type ToastOptions = { tone?: Tone; undo?: () => void; spoken?: boolean }

/** Says for a moment that something is done; with `undo` it can be taken back. */
export function showToast(text: string, { tone = 'success', undo, spoken = false }: ToastOptions = {}): void {
  const id = nextId++
  change([...toasts, { id, text, tone, undo: undo ?? null, spoken }])
  setTimeout(() => dismiss(id), (undo ? secondsWithUndo : secondsShown) * 1000)
}

/** Does what follows a deed that succeeded, and sees to it that its success is said: by `words` when nothing else does. */
export function sayingSo<Result>(words: string, follow: () => Result): Result {
  const before = nextId
  const result = follow()
  if (nextId === before) showToast(words, { spoken: true })
  return result
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Where toasts appear; stands once in the frame. */
export function Toasts() {
  const words = useWords()
  const shown = useSyncExternalStore(subscribe, () => toasts)
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 bottom-24 z-40 flex flex-col items-center gap-3 px-4 md:bottom-8 print:hidden"
    >
      {shown.map((toast) =>
        toast.spoken ? (
          <span key={toast.id} className="sr-only">
            {toast.text}
          </span>
        ) : (
          <div
            key={toast.id}
            className="pointer-events-auto flex max-w-xl items-center gap-3 rounded-12 border border-line bg-ink py-2 pr-2 pl-5 text-surface shadow-lift-high"
          >
            <Icon name={toast.tone === 'danger' ? 'error' : toast.tone === 'warning' ? 'warning' : 'done'} />
            <span className="py-2">{toast.text}</span>
            {toast.undo ? (
              <button
                type="button"
                className="tap rounded-8 px-3 font-bold underline underline-offset-4"
                onClick={() => {
                  toast.undo?.()
                  dismiss(toast.id)
                }}
              >
                {words.undo}
              </button>
            ) : null}
            <button
              type="button"
              className="tap flex shrink-0 items-center gap-1 rounded-8 px-2 text-[1rem] whitespace-nowrap"
              onClick={() => dismiss(toast.id)}
            >
              <Icon name="close" className="size-5" />
              {words.close}
            </button>
          </div>
        ),
      )}
    </div>
  )
}
