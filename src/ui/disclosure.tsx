import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

const summaryClass =
  'inline-flex min-h-11 list-none items-center gap-2 rounded-8 py-1 pr-3 font-bold text-accent-ink ' +
  'underline decoration-1 underline-offset-4 hover:decoration-[3px] [&::-webkit-details-marker]:hidden'

/** Details one press away. The browser finds words inside it and opens it by itself. */
export function Disclosure({ summary, open = false, children }: { summary: ReactNode; open?: boolean; children: ReactNode }) {
  return (
    <details open={open} className="group">
      <summary className={summaryClass}>
        <Icon name="chevron-right" className="size-5 transition-transform group-open:rotate-90" />
        {summary}
      </summary>
      <div className="pt-2 pb-3 pl-7">{children}</div>
    </details>
  )
}
