import { createContext, type ReactNode, use, useEffect, useState } from 'react'

type TitleSlot = { set: (title: string | null) => void }
const TitleContext = createContext<TitleSlot>({ set: () => undefined })
const NamedContext = createContext<string | null>(null)

/** Holds the title that a page gives itself, for the document's title and the last breadcrumb. */
export function TitleScope({ children }: { children: ReactNode }) {
  const [title, set] = useState<string | null>(null)
  const [slot] = useState<TitleSlot>({ set })
  return (
    <TitleContext value={slot}>
      <NamedContext value={title}>{children}</NamedContext>
    </TitleContext>
  )
}

export function useOwnTitle(): string | null {
  return use(NamedContext)
}

type PageTitleProps = {
  children: string
  /** One sentence under the title: what this page is for. */
  lead?: ReactNode
  /** Status or kind, beside the title. */
  badge?: ReactNode
  /** Buttons that concern the whole page. */
  actions?: ReactNode
}

/** The one first-level heading of a page. It receives the focus after a change of page. */
export function PageTitle({ children, lead, badge, actions }: PageTitleProps) {
  const { set } = use(TitleContext)
  useEffect(() => {
    set(children)
    return () => set(null)
  }, [children, set])
  return (
    <header className="mb-6 flex flex-wrap items-end justify-between gap-x-8 gap-y-4 md:mb-8">
      <div className="min-w-0 flex-1 basis-72">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <h1 id="page-title" tabIndex={-1} data-focus-quiet="" className="text-[1.625rem] leading-snug font-bold md:text-[2rem]">
            {children}
          </h1>
          {badge}
        </div>
        {lead ? <p className="measure mt-2 text-ink-soft">{lead}</p> : null}
      </div>
      {actions ? <div className="flex flex-wrap gap-3 print:hidden">{actions}</div> : null}
    </header>
  )
}
