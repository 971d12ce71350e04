import { mayTry } from '../../platform/access.ts'
import { holderOf } from '../../ui/may.ts'
import type { Page, SearchSource } from '../../ui/page.ts'
import type { Area } from '../area-order.ts'
import { pages as framePages } from './frame-pages.ts'
import { isHome, isOpenTo, type Viewer } from './page-access.ts'

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
