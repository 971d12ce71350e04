import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { Icon, type IconName } from './icon.tsx'
import { useWords } from './words.ts'

export type Empty = {
  title: string
  /** What to do, or when something will appear here. */
  text: ReactNode
  icon?: IconName
  action?: ReactNode
}

/** Nothing is here yet: why, and what to do. */
export function EmptyList({ title, text, icon = 'inbox', action }: Empty) {
  return (
    <div className="flex flex-col items-center rounded-16 border-2 border-dashed border-line px-6 py-12 text-center">
      <span className="mb-4 flex size-16 items-center justify-center rounded-full bg-accent-soft text-accent-ink">
        <Icon name={icon} className="size-8" />
      </span>
      <p className="text-[1.25rem] font-bold">{title}</p>
      <div className="measure mt-1 text-ink-soft">{text}</div>
      {action ? <div className="mt-5">{action}</div> : null}
    </div>
  )
}

/** Search and filters let nothing through. */
export function NothingFound({ onClear }: { onClear: () => void }) {
  const words = useWords().list
  return (
    <EmptyList
      title={words.nothingFound}
      text={words.nothingFoundText}
      icon="search"
      action={
        <Button look="outline" onClick={onClear}>
          {words.clearFilters}
        </Button>
      }
    />
  )
}
