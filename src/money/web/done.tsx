import type { ReactNode } from 'react'
import { Icon } from '../../ui/icon.tsx'

/** A step in which nothing is left to do. */
export function Done({ children }: { children: ReactNode }) {
  return (
    <p className="flex items-center gap-2 text-success-ink">
      <Icon name="done" className="size-6" />
      <span>{children}</span>
    </p>
  )
}
