import type { ComponentType } from 'react'
import type { Role } from '../platform/contract.ts'
import type { IconName } from './icon.tsx'
import type { Language } from './language.ts'
import type { UseMessages } from './messages.ts'

/** A page as an area describes it, with the area's own words. */
export type PageOf<Messages> = {
  /** `/orders/$orderId`; the pages whose path begins this one are its breadcrumbs. */
  path: string
  title: (m: Messages) => string
  /** Who may open it: roles, or everybody who is signed in. Left out for public pages. */
  roles?: readonly Role[] | 'signed-in'
  /** Open without signing in. */
  public?: true
  /** `lazy(() => import('./order-page.tsx'))`, so that each page is a file of its own for the browser. */
  component: ComponentType
  menu?: Menu<Messages>
  /** Shown at `/` for the role; `visitor` is nobody signed in, `newcomer` a person without any role. */
  home?: Role | 'visitor' | 'newcomer' | readonly (Role | 'visitor' | 'newcomer')[]
  /** `plain` has neither rail nor bottom bar: sign-in, registration, sheets. */
  frame?: 'plain'
}

export type Menu<Messages> = {
  roles: readonly Role[]
  order: number
  icon: IconName
  /** Shorter than the title, for rail and bottom bar; the title when left out. */
  label?: (m: Messages) => string
  /** `account` puts it into the account menu. */
  place?: 'rail' | 'account'
  /** A hook that gives how many things wait there. */
  useCount?: () => number | null
}

/** A page whose words are bound, as the shell uses it. */
export type Page = Omit<PageOf<never>, 'title' | 'menu'> & {
  title: (language: Language) => string
  menu?: Omit<Menu<never>, 'label'> & { label: (language: Language) => string }
}

function bind<Messages>(messages: UseMessages<Messages>, page: PageOf<Messages>): Page {
  const { title, menu, ...rest } = page
  const bound: Page = { ...rest, title: (language) => title(messages.in(language)) }
  if (!menu) return bound
  const { label = title, ...place } = menu
  return { ...bound, menu: { ...place, label: (language) => label(messages.in(language)) } }
}

/** The pages of an area: `export const pages = definePages(useMessages, […])` in `web/pages.tsx`. */
export function definePages<Messages>(messages: UseMessages<Messages>, pages: readonly PageOf<Messages>[]): Page[] {
  return pages.map((page) => bind(messages, page))
}

/** One thing found by the search of the header. */
export type Found = { id: string; title: string; detail?: string; href: string }

/** A kind of things that the search of the header finds: `export const search = defineSearch(…)` in `web/pages.tsx`. */
export type SearchSource = {
  kind: (language: Language) => string
  roles: readonly Role[]
  find: (text: string) => Promise<readonly Found[]>
}

export function defineSearch<Messages>(
  messages: UseMessages<Messages>,
  source: Omit<SearchSource, 'kind'> & { kind: (m: Messages) => string },
): SearchSource {
  return { ...source, kind: (language) => source.kind(messages.in(language)) }
}
