import type { Allow, Role } from '../../platform/contract.ts'
import type { Page, SearchSource } from '../../ui/page.ts'
import type { Membership } from '../../ui/membership.ts'
import type { Session } from '../../ui/session.ts'
import { pages as framePages } from './frame-pages.ts'

type PagesModule = { pages: readonly Page[]; search?: SearchSource }

// Every area brings its own pages, so a new area appears without a change here.
const modules = import.meta.glob<PagesModule>('../../*/web/pages.tsx', { eager: true })
// A condition that the builder can decide: a build for use has no trace of the gallery.
const gallery: PagesModule[] = import.meta.env.MODE === 'production' ? [] : [await import('../../ui/gallery/pages.tsx')]

const parts: PagesModule[] = [...Object.values(modules), { pages: framePages }, ...gallery]

export const pages: readonly Page[] = parts.flatMap((part) => part.pages)
// People and their work are sought most often.
const searchedFirst = ['people', 'programme', 'orders', 'delivery', 'sales', 'money']
const searchRank = ({ contract }: SearchSource): number => searchedFirst.indexOf(contract.area) >>> 0

export const searchSources: readonly SearchSource[] = parts
  .flatMap((part) => part.search ?? [])
  .sort((left, right) => searchRank(left) - searchRank(right))

/** Pages by path. A path may have a page for each of several roles. */
export const pagesByPath: ReadonlyMap<string, readonly Page[]> = Map.groupBy(pages, (page) => page.path)

/** May the role, held for whatever scope, ask what is open so? */
export function mayAsk(allow: Allow, role: Role | null): boolean {
  if (typeof allow === 'string') return allow === 'anyone' || role !== null
  return role !== null && allow[role] !== undefined
}

/** May the role open the page? Visitors have no role and see public pages only. */
export function isOpenTo(page: Page, session: Pick<Session, 'account' | 'role'>): boolean {
  if (page.public) return true
  if (session.account === null) return false
  if (page.roles === 'signed-in') return true
  return session.role !== null && (page.roles?.includes(session.role) ?? false)
}

/** Another role that the person holds and that opens the page. */
export function membershipThatOpens(page: Page, memberships: readonly Membership[]): Membership | null {
  const { roles } = page
  if (!Array.isArray(roles)) return null
  return memberships.find((membership) => roles.includes(membership.role)) ?? null
}

function isHomeOf(page: Page, who: string): boolean {
  return Array.isArray(page.home) ? page.home.some((role) => role === who) : page.home === who
}

/** The page shown at `/`. */
export function homePage(session: Pick<Session, 'account' | 'role'>): Page | null {
  const who = session.account === null ? 'visitor' : (session.role ?? 'newcomer')
  return pages.find((page) => isHomeOf(page, who)) ?? null
}

export type Place = Page & { menu: NonNullable<Page['menu']> }

/** Pages with a place in the rail or the account menu, in their order. */
export function placesOf(session: Pick<Session, 'role'>, place: 'rail' | 'account'): Place[] {
  const { role } = session
  if (role === null) return []
  return pages
    .filter((page): page is Place => page.menu !== undefined)
    .filter((page) => (page.menu.place ?? 'rail') === place && (page.menu.roles === 'signed-in' || page.menu.roles.includes(role)))
    .sort((left, right) => left.menu.order - right.menu.order)
}

/** The pages whose paths begin a path, shortest first: its breadcrumbs. */
export function pagesAbove(path: string, session: Pick<Session, 'account' | 'role'>): { page: Page; depth: number }[] {
  const segments = path.split('/').filter(Boolean)
  return segments.slice(0, -1).flatMap((_, index) => {
    const above = `/${segments.slice(0, index + 1).join('/')}`
    const page = pagesByPath.get(above)?.find((candidate) => isOpenTo(candidate, session))
    return page ? [{ page, depth: index + 1 }] : []
  })
}
