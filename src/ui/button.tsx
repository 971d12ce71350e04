import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'
import { Anchor } from './navigation.tsx'
import { useWords } from './words.ts'

/** `solid` is the one main action of a page; `quiet` is a text button, `link` looks like a link in running text. */
export type Look = 'solid' | 'outline' | 'quiet' | 'link' | 'danger'
type Size = 'large' | 'medium' | 'small'

const looks: Record<Look, string> = {
  solid: 'bg-accent text-on-accent border-transparent hover:bg-accent-hover active:bg-accent-press',
  outline: 'bg-surface text-accent-ink border-accent-ink hover:bg-accent-soft active:bg-accent-line',
  quiet: 'bg-transparent text-accent-ink border-transparent hover:bg-accent-soft active:bg-accent-line',
  link: 'bg-transparent text-accent-ink border-transparent underline decoration-1 underline-offset-4 hover:decoration-[3px]',
  danger: 'bg-danger text-white dark:text-black border-transparent hover:bg-danger-hover',
}

const sizes: Record<Size, string> = {
  large: 'min-h-14 px-6 py-3 text-[1.125rem] rounded-12',
  medium: 'min-h-12 px-5 py-2 rounded-8',
  small: 'min-h-11 px-3 py-1 text-[1rem] rounded-8 sm:whitespace-nowrap',
}

function buttonClass(look: Look, size: Size, wide: boolean): string {
  const shape = 'inline-flex items-center justify-center gap-2 border font-bold leading-snug text-center no-underline transition-colors'
  return `${shape} ${looks[look]} ${sizes[size]} ${wide ? 'w-full' : ''}`
}

type Common = {
  look?: Look
  size?: Size
  /** As wide as its place; for the main action on a phone. */
  wide?: boolean
  icon?: IconName
  /** Drawn after the words, for "next" and menus. */
  iconAfter?: IconName
  children: ReactNode
}

type ButtonProps = Common & {
  /** Something is under way: the button says so and takes no second press. */
  pending?: boolean
} & Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'>

function Face({ icon, iconAfter, children }: Pick<Common, 'icon' | 'iconAfter' | 'children'>) {
  return (
    <>
      {icon ? <Icon name={icon} className="size-5" /> : null}
      <span>{children}</span>
      {iconAfter ? <Icon name={iconAfter} className="size-5" /> : null}
    </>
  )
}

const restingClass = 'disabled:cursor-not-allowed disabled:border-line disabled:bg-sunken disabled:text-ink-faint aria-disabled:opacity-80'

/** Does something; its words are a verb. */
export function Button(props: ButtonProps) {
  const {
    look = 'solid',
    size = 'medium',
    wide = false,
    icon,
    iconAfter,
    pending = false,
    children,
    className = '',
    onClick,
    ...rest
  } = props
  const words = useWords()
  return (
    <button
      type="button"
      // What looks like running text is part of what the page says.
      data-print={look === 'link' ? 'yes' : 'no'}
      {...rest}
      aria-disabled={pending || undefined}
      onClick={(event) => (pending ? event.preventDefault() : onClick?.(event))}
      className={`${buttonClass(look, size, wide)} ${restingClass} ${className}`}
    >
      {pending ? (
        <>
          <span aria-hidden="true" className="size-5 shrink-0 animate-spin rounded-full border-3 border-current border-r-transparent" />
          <span role="status">{words.sending}</span>
        </>
      ) : (
        <Face {...(icon ? { icon } : {})} {...(iconAfter ? { iconAfter } : {})}>
          {children}
        </Face>
      )}
    </button>
  )
}

type LinkButtonProps = Common & { href: string } & Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href' | 'children'>

/** Goes somewhere and looks like a button. */
export function LinkButton(props: LinkButtonProps) {
  const { look = 'solid', size = 'medium', wide = false, icon, iconAfter, children, className = '', ...rest } = props
  return (
    <Anchor {...rest} data-look="button" className={`${buttonClass(look, size, wide)} ${className}`}>
      <Face {...(icon ? { icon } : {})} {...(iconAfter ? { iconAfter } : {})}>
        {children}
      </Face>
    </Anchor>
  )
}

/** Buttons side by side, under each other on a phone. */
export function Actions({ children }: { children: ReactNode }) {
  return <div className="flex flex-col items-stretch gap-3 sm:flex-row sm:flex-wrap sm:items-center print:hidden">{children}</div>
}

export function PrintButton({ children }: { children?: ReactNode }) {
  const words = useWords()
  return (
    <Button look="outline" icon="print" onClick={() => window.print()}>
      {children ?? words.print}
    </Button>
  )
}
