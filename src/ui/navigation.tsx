import { useLocation, useParams, useRouter } from '@tanstack/react-router'
import type { AnchorHTMLAttributes, MouseEvent, ReactNode } from 'react'
import { Icon } from './icon.tsx'
import { VisuallyHidden } from './visually-hidden.tsx'
import { useWords } from './words.ts'

/** Goes to an address of this site: `go('/orders/1?tab=manual')`. */
export function useGo(): (href: string, options?: { replace?: boolean }) => void {
  const router = useRouter()
  return (href, options = {}) => void router.navigate({ href, replace: options.replace ?? false })
}

/** A part of the page's path, `useParam('orderId')` for `/orders/$orderId`. Throws when the path has no such part. */
export function useParam(name: string): string {
  const params: Record<string, string | undefined> = useParams({ strict: false })
  const value = params[name]
  if (value === undefined) throw new Error(`the path of this page has no $${name}`)
  return value
}

/** Path and query of the page, `/orders?state=open`. */
export function useHref(): string {
  return useLocation({ select: (location) => location.href })
}

function isPlainClick(event: MouseEvent): boolean {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
}

type AnchorProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & { href: string; children: ReactNode }

function isOutside(href: string): boolean {
  return !href.startsWith('/') || href.startsWith('//') || href.startsWith('/api/')
}

/** An anchor that changes the page without loading the document again; addresses of other sites and files load as usual. */
export function Anchor({ href, onClick, target, children, ...rest }: AnchorProps) {
  const go = useGo()
  const words = useWords()
  const follow = (event: MouseEvent<HTMLAnchorElement>): void => {
    onClick?.(event)
    if (event.defaultPrevented || !isPlainClick(event) || target === '_blank' || isOutside(href)) return
    event.preventDefault()
    go(href)
  }
  return (
    <a {...rest} href={href} onClick={follow} {...(target ? { target, rel: 'noopener' } : {})}>
      {children}
      {target === '_blank' ? (
        <>
          <Icon name="external" className="ml-1 size-4 align-[-0.125em]" />
          <VisuallyHidden>({words.opensNewTab})</VisuallyHidden>
        </>
      ) : null}
    </a>
  )
}

/** A link in running text or a table. */
export function Link({ className = '', ...rest }: AnchorProps) {
  return (
    <Anchor {...rest} className={`text-accent-ink underline decoration-1 underline-offset-[0.2em] hover:decoration-[3px] ${className}`} />
  )
}
