import type { ComponentType } from 'react'
import type { AnyContract, area, RoleTable, ScopeKind, searchRead } from '../platform/contract.ts'
import type { IconName } from './icon.tsx'
import type { Language } from './language.ts'
import type { UseMessages } from './messages.ts'

/** A page as an area describes it, with the area's own words. */
type PageOf<Messages> = {
  /** `/orders/$orderId`; the pages whose path begins this one are its breadcrumbs. */
  path: string
  title: (m: Messages) => string
  /**
   * The reads and writes without which the page is nothing: whoever may call all of them may open it. So the contracts
   * alone say who sees what. `signed-in`: no role is needed. Left out for public pages.
   */
  needs?: AnyContract | readonly AnyContract[] | 'signed-in'
  /** Only for a role that is held for this kind of scope, when others may call the same for somebody else: a person's own pages. */
  heldFor?: ScopeKind
  /** Open without signing in. */
  public?: true
  /** `lazy(() => import('./order-page.tsx'))`, so that each page is a file of its own for the browser. */
  component: ComponentType
  menu?: Menu<Messages>
  /** `visitor`: shown at `/` when nobody is signed in; `newcomer`: to a person without any role; `role`: only where it is the role's home. */
  home?: 'visitor' | 'newcomer' | 'role'
  /** `plain` has neither rail nor bottom bar: sign-in, registration, sheets. */
  frame?: 'plain'
}

type Menu<Messages> = {
  /** For whom it is a daily place, when that is not everybody who may open the page. */
  daily?: RoleTable
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
export type Page = Omit<PageOf<never>, 'title' | 'menu' | 'needs'> & {
  title: (language: Language) => string
  /** What a signed-in person must be able to try; null for public pages. */
  needs: readonly AnyContract[] | null
  menu?: Omit<Menu<never>, 'label'> & { label: (language: Language) => string }
}

function contractsOf(needs: PageOf<never>['needs']): Page['needs'] {
  if (needs === undefined) return null
  if (needs === 'signed-in') return []
  return 'kind' in needs ? [needs] : needs
}

function bind<Messages>(messages: UseMessages<Messages>, { title, menu, needs, ...rest }: PageOf<Messages>): Page {
  const bound: Page = { ...rest, needs: contractsOf(needs), title: (language) => title(messages.in(language)) }
  if (!menu) return bound
  const { label = title, ...place } = menu
  return { ...bound, menu: { ...place, label: (language) => label(messages.in(language)) } }
}

/** The pages of an area: `export const pages = definePages(useMessages, […])` in `web/pages.tsx`. */
export function definePages<Messages>(messages: UseMessages<Messages>, pages: readonly PageOf<Messages>[]): Page[] {
  return pages.map((page) => bind(messages, page))
}

/** How one kind of hits of an area's `search` read is shown. */
type Kind<Label> = {
  label: Label
  icon: IconName
  /** The page of a hit, `/orders/$orderId`: its id stands in the place of the parameter. Shown to those who may open it. */
  page: string
  /** Where a hit leads when that is no page with its id. */
  href?: (id: string) => string
}
type SearchKind = Kind<(language: Language) => string>

/** What the header's search asks an area: `export const search = defineSearch(useMessages, contract.search, {…})` in `web/pages.tsx`. */
export type SearchSource = { contract: SearchContract; kinds: ReadonlyMap<string, SearchKind> }
type SearchContract = ReturnType<typeof area<string, { search: ReturnType<typeof searchRead> }>>['search']

export function defineSearch<Messages, K extends readonly [string, ...string[]]>(
  messages: UseMessages<Messages>,
  contract: ReturnType<typeof area<string, { search: ReturnType<typeof searchRead<K>> }>>['search'],
  kinds: { readonly [Name in K[number]]: Kind<(m: Messages) => string> },
): SearchSource {
  const bound = Object.entries<Kind<(m: Messages) => string>>(kinds).map(([name, kind]): [string, SearchKind] => [
    name,
    { ...kind, label: (language) => kind.label(messages.in(language)) },
  ])
  return { contract, kinds: new Map(bound) }
}

/** Where a hit leads. */
export function hrefOfHit(kind: SearchKind, id: string): string {
  return kind.href?.(id) ?? kind.page.replace(/\$\w+/, encodeURIComponent(id))
}
