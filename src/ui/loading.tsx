import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { Refusal } from './request.ts'
import { RefusalNotice } from './refusal-notice.tsx'
import { useWords } from './words.ts'

/** Grey lines where words will stand, so that the page does not jump. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  const words = useWords()
  return (
    <div role="status" className="animate-pulse space-y-4 py-2">
      <span className="sr-only">{words.loading}</span>
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} aria-hidden="true" className={`h-5 rounded-4 bg-line ${line % 3 === 2 ? 'w-2/3' : 'w-full'}`} />
      ))}
    </div>
  )
}

/** What `useRead` gives, as far as showing it needs. */
type Loadable<Data> = { data: Data | undefined; error: Refusal | null; refetch: () => unknown }

type LoadedProps<Data> = { of: Loadable<Data>; lines?: number; children: (data: Data) => ReactNode }

/** Shows what was read; until then a skeleton, and when it fails the cause and a way to try again. */
export function Loaded<Data>({ of, lines = 5, children }: LoadedProps<Data>) {
  const words = useWords()
  if (of.data !== undefined) return <>{children(of.data)}</>
  if (!of.error) return <Skeleton lines={lines} />
  // Nothing is typed in a read: an input that is wrong came out of the address, and asking again finds nothing either.
  if (of.error.code === 'not-found' || of.error.code === 'invalid-input') return <RefusalNotice refusal={new Refusal('not-found', 404)} />
  return (
    <RefusalNotice
      refusal={of.error}
      actions={
        <Button look="outline" onClick={() => of.refetch()}>
          {words.retry}
        </Button>
      }
    />
  )
}
