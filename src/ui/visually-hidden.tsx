import type { ReactNode } from 'react'

/** Words for screen readers alone. */
export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className="sr-only">{children}</span>
}

/** The first stop of the Tab key; jumps over the frame to the page. */
export function SkipLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <a
      href={`#${to}`}
      data-print="no"
      className="fixed left-4 top-2 z-50 -translate-y-24 rounded-8 bg-surface px-5 py-3 font-bold text-accent-ink underline focus:translate-y-0"
    >
      {children}
    </a>
  )
}
