import { type Holder, mayTry } from '../../platform/access.ts'
import { isRole, roles } from '../../programme/rules/roles.ts'
import { holderOf } from '../../ui/may.ts'
import type { Membership } from '../../ui/membership.ts'
import type { Page, SearchSource } from '../../ui/page.ts'
import type { Session } from '../../ui/session.ts'
import type { Area } from '../area-order.ts'
import { pages as framePages } from './frame-pages.ts'

type PagesModule = { pages: readonly Page[]; search?: SearchSource }

// Every area brings its own pages, so a new area appears without a change here.
const modules = import.meta.glob<PagesModule>('../../*/web/pages.tsx', { eager: true })
// A condition that the builder can decide: a build for use has no trace of the gallery.
const gallery: PagesModule[] = import.meta.env.MODE === 'production' ? [] : [await import('../../ui/gallery/pages.tsx')]

const parts: PagesModule[] = [...Object.values(modules), { pages: framePages }, ...gallery]

export const pages: readonly Page[] = parts.flatMap((part) => part.pages)
// People and their work are sought most often.
const searchedFirst: readonly Area[] = ['people', 'programme', 'orders', 'delivery', 'sales', 'money']
const searchRank = ({ contract }: SearchSource): number => searchedFirst.findIndex((area) => area === contract.area) >>> 0

export const searchSources: readonly SearchSource[] = parts
  .flatMap((part) => part.search ?? [])
  .sort((left, right) => searchRank(left) - searchRank(right))

/** Pages by path. A path may have a page for each of several roles. */
export const pagesByPath: ReadonlyMap<string, readonly Page[]> = Map.groupBy(pages, (page) => page.path)

/** Whoever is at the browser: nobody, a person without a role, or a person in one of their roles. */
export type Viewer = Pick<Session, 'account' | 'current'>

/** A browser that still runs an older version may meet a role which its table does not hold. */
const isHome = (page: Page, { role }: Pick<Membership, 'role'>): boolean => isRole(role) && roles[role].home === page.path

/** Would the server answer what the page needs? Visitors see public pages only. */
export function isOpenTo(page: Page, viewer: Viewer): boolean {
  if (page.public) return true
  return viewer.account !== null && page.needs !== null && isFor(page, viewer.current) && mayTryAll(page.needs, holderOf(viewer))
}

/** A person's own pages and the homes are for some roles, though others may ask the same of the server. */
function isFor(page: Page, membership: Membership | null): boolean {
  const isInScope = page.heldFor === undefined || page.heldFor === membership?.scopeKind
  return isInScope && (page.home !== 'role' || (membership !== null && isHome(page, membership)))
}

const mayTryAll = (contracts: NonNullable<Page['needs']>, holder: Holder): boolean => contracts.every(({ allow }) => mayTry(holder, allow))

/** Another role that the person holds and that opens the page. */
export const membershipThatOpens = (page: Page, { account, memberships }: Pick<Session, 'account' | 'memberships'>): Membership | null =>
  memberships.find((current) => isOpenTo(page, { account, current })) ?? null

/** The page shown at `/`. */
export function homePage(viewer: Viewer): Page | null {
  const { account, current } = viewer
  const isIt =
    current === null
      ? (page: Page) => page.home === (account === null ? 'visitor' : 'newcomer')
      : (page: Page) => isHome(page, current) && isOpenTo(page, viewer)
  return pages.find(isIt) ?? null
}

export type Place = Page & { menu: NonNullable<Page['menu']> }

/** Pages with a place in the rail or the account menu: the home first, then in their order. */
export function placesOf(viewer: Viewer, where: 'rail' | 'account'): Place[] {
  const { current } = viewer
  if (current === null) return []
  const rank = (page: Place): number => (isHome(page, current) ? -1 : page.menu.order)
  return pages
    .filter((page): page is Place => page.menu !== undefined && (page.menu.place ?? 'rail') === where)
    .filter(
      (page) =>
        isOpenTo(page, viewer) && (page.menu.daily === undefined || isHome(page, current) || mayTry(holderOf(viewer), page.menu.daily)),
    )
    .sort((left, right) => rank(left) - rank(right))
}

/** The pages whose paths begin a path, shortest first: its breadcrumbs. */
export function pagesAbove(path: string, viewer: Viewer): { page: Page; depth: number }[] {
  const segments = path.split('/').filter(Boolean)
  return segments.slice(0, -1).flatMap((_, index) => {
    const above = `/${segments.slice(0, index + 1).join('/')}`
    const page = pagesByPath.get(above)?.find((candidate) => isOpenTo(candidate, viewer))
    return page ? [{ page, depth: index + 1 }] : []
  })
}
