import { type ReactNode, useId } from 'react'
import { Icon, type IconName } from './icon.tsx'
import { VisuallyHidden } from './visually-hidden.tsx'
import { useWords } from './words.ts'

export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger'

const icons: Record<Tone, IconName> = { neutral: 'info', info: 'info', success: 'done', warning: 'warning', danger: 'error' }

const badges: Record<Tone, string> = {
  neutral: 'border-neutral-line bg-neutral-soft text-neutral-ink',
  info: 'border-info-line bg-info-soft text-info-ink',
  success: 'border-success-line bg-success-soft text-success-ink',
  warning: 'border-warning-line bg-warning-soft text-warning-ink',
  danger: 'border-danger-line bg-danger-soft text-danger-ink',
}

/** The state of something in a word or two. The icon and the word say it; the colour only helps. */
export function Badge({ tone = 'neutral', icon, children }: { tone?: Tone; icon?: IconName | 'none'; children: ReactNode }) {
  const shown = icon ?? (tone === 'neutral' ? 'none' : icons[tone])
  return (
    <span
      className={`inline-flex items-center gap-1 rounded-full border px-3 py-0.5 text-[1rem] leading-normal font-bold sm:whitespace-nowrap ${badges[tone]}`}
    >
      {shown === 'none' ? null : <Icon name={shown} className="size-4.5" />}
      {children}
    </span>
  )
}

type NoticeProps = {
  tone?: Tone
  title?: ReactNode
  children?: ReactNode
  actions?: ReactNode
  /** Read out at once when it appears. */
  live?: boolean
}

const notices: Record<Tone, string> = {
  neutral: 'border-neutral-line bg-neutral-soft',
  info: 'border-info-line bg-info-soft',
  success: 'border-success-line bg-success-soft',
  warning: 'border-warning-line bg-warning-soft',
  danger: 'border-danger-line bg-danger-soft',
}

const inks: Record<Tone, string> = {
  neutral: 'text-neutral-ink',
  info: 'text-info-ink',
  success: 'text-success-ink',
  warning: 'text-warning-ink',
  danger: 'text-danger-ink',
}

/** Something to know before going on. */
export function Notice({ tone = 'info', title, children, actions, live = false }: NoticeProps) {
  const words = useWords()
  return (
    <div
      {...(live ? { role: tone === 'danger' ? 'alert' : 'status' } : {})}
      className={`flex gap-3 rounded-12 border border-l-6 px-4 py-3 sm:px-5 sm:py-4 ${notices[tone]}`}
    >
      <span className={inks[tone]}>
        <Icon name={icons[tone]} className="mt-0.5 size-6" />
        <VisuallyHidden>{words.status[tone]}</VisuallyHidden>
      </span>
      <div className="min-w-0 flex-1 space-y-2">
        {title ? <p className={`font-bold ${inks[tone]}`}>{title}</p> : null}
        {children ? <div>{children}</div> : null}
        {actions ? <div className="flex flex-wrap gap-3 pt-1 print:hidden">{actions}</div> : null}
      </div>
    </div>
  )
}

const barClass =
  'block h-3 w-full appearance-none overflow-hidden rounded-full border border-field-line bg-surface ' +
  '[&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-surface [&::-webkit-progress-value]:bg-accent'

/** How far something is, from 0 to 1, with the words for it. */
export function ProgressBar({ label, share, text }: { label: string; share: number; text?: string }) {
  const id = useId()
  const percent = Math.round(Math.min(1, Math.max(0, share)) * 100)
  return (
    <div>
      <div className="mb-1 flex flex-wrap justify-between gap-x-4">
        <span id={id}>{label}</span>
        <span className="tabular font-bold">{text ?? `${percent}%`}</span>
      </div>
      <progress aria-labelledby={id} value={percent} max={100} className={barClass} />
    </div>
  )
}
