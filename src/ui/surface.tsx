import { type ReactNode, useId } from 'react'
import { Icon, type IconName } from './icon.tsx'
import { useWords } from './words.ts'

type HeadingLevel = 2 | 3 | 4
const headings = { 2: 'h2', 3: 'h3', 4: 'h4' } as const

export function Heading({ level = 2, id, children }: { level?: HeadingLevel; id?: string; children: ReactNode }) {
  const Tag = headings[level]
  const size = level === 2 ? 'text-[1.375rem]' : level === 3 ? 'text-[1.1875rem]' : 'text-[1.0625rem]'
  return (
    <Tag {...(id ? { id } : {})} className={`${size} leading-snug font-bold`}>
      {children}
    </Tag>
  )
}

type CardProps = {
  title?: ReactNode
  /** Beside the title: a status, a link, a small button. */
  aside?: ReactNode
  level?: HeadingLevel
  children: ReactNode
}

/** A sheet of things that belong together. */
export function Card({ title, aside, level = 2, children }: CardProps) {
  const id = useId()
  const head =
    title || aside ? (
      <div className="mb-4 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        {title ? (
          <Heading level={level} id={id}>
            {title}
          </Heading>
        ) : null}
        {aside}
      </div>
    ) : null
  return (
    <section
      data-card=""
      {...(title ? { 'aria-labelledby': id } : {})}
      className="rounded-16 border border-line bg-surface p-5 shadow-lift sm:p-6 print:rounded-none print:border-0 print:p-0"
    >
      {head}
      {children}
    </section>
  )
}

const nextStepClass =
  'relative overflow-hidden rounded-16 border-2 border-accent-line bg-surface p-5 pl-7 shadow-lift ' +
  'before:absolute before:inset-y-0 before:left-0 before:w-2 before:bg-accent sm:p-8 sm:pl-10'

/** The one clear next step of a page: what, why, and one action. */
export function NextStep({ title, icon = 'arrow-right', level = 2, children, actions }: NextStepProps) {
  const words = useWords()
  const id = useId()
  const Tag = headings[level]
  return (
    <section data-card="" aria-labelledby={id} className={nextStepClass}>
      <p className="mb-1 flex items-center gap-2 font-bold text-accent-ink">
        <Icon name={icon} className="size-5" />
        {words.nextStep}
      </p>
      <Tag id={id} className="text-[1.375rem] leading-snug font-bold sm:text-[1.625rem]">
        {title}
      </Tag>
      {children ? <div className="measure mt-3 space-y-3">{children}</div> : null}
      {actions ? <div className="mt-5 flex flex-col gap-3 sm:flex-row sm:flex-wrap print:hidden">{actions}</div> : null}
    </section>
  )
}

type NextStepProps = {
  title: ReactNode
  icon?: IconName
  level?: HeadingLevel
  children?: ReactNode
  /** Buttons; give equal choices the same look and size. */
  actions?: ReactNode
}

/** Space between the parts of a page. */
export function Stack({ gap = 'large', children }: { gap?: 'small' | 'medium' | 'large'; children: ReactNode }) {
  const space = gap === 'small' ? 'gap-2' : gap === 'medium' ? 'gap-4' : 'gap-6 md:gap-8'
  return <div className={`flex min-w-0 flex-col ${space}`}>{children}</div>
}

/** Cards side by side where there is room. `min` is the least width of one. */
export function Grid({ min = 'medium', children }: { min?: 'small' | 'medium' | 'large'; children: ReactNode }) {
  const columns =
    min === 'small'
      ? 'grid-cols-[repeat(auto-fit,minmax(min(13rem,100%),1fr))]'
      : min === 'medium'
        ? 'grid-cols-[repeat(auto-fit,minmax(min(19rem,100%),1fr))]'
        : 'grid-cols-[repeat(auto-fit,minmax(min(28rem,100%),1fr))]'
  return <div className={`grid items-start gap-4 md:gap-6 ${columns}`}>{children}</div>
}

/** Hours and minutes may stand on two lines. */
const breakable = (value: string): ReactNode =>
  value.split(/(?<=時間)/).flatMap((part, at) => (at === 0 ? [part] : [<wbr key={at} />, part]))

/** One figure with its name; `note` says what it is compared with. */
export function Figure({ label, value, note }: { label: ReactNode; value: ReactNode; note?: ReactNode }) {
  return (
    <div data-card="" className="flex flex-col rounded-16 border border-line bg-surface p-5 shadow-lift">
      <span className="text-[1rem] text-ink-soft">{label}</span>
      <span className="tabular text-[1.625rem] leading-snug font-bold break-keep [overflow-wrap:anywhere]">
        {typeof value === 'string' ? breakable(value) : value}
      </span>
      {note ? <span className="text-[1rem] text-ink-soft">{note}</span> : null}
    </div>
  )
}
