import { globSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Page as Screen } from '@playwright/test'
import { areaOrder } from '../../src/main/area-order.ts'
import { pages as framePages } from '../../src/main/web/frame-pages.ts'
import { isOpenTo, type Viewer } from '../../src/main/web/page-access.ts'
import { type RoleName, roleNames, scopesOf } from '../../src/programme/rules/roles.ts'
import type { Page } from '../../src/ui/page.ts'
import { membershipKey } from '../../src/ui/membership.ts'
import type { Session } from '../../src/ui/session.ts'

const root = dirname(dirname(import.meta.dirname))

/** The pages of the product, from the same files as its router has them. */
async function productPages(): Promise<readonly Page[]> {
  const files = globSync('src/*/web/pages.tsx', { cwd: root }).sort()
  const modules = (await Promise.all(files.map((file) => import(join(root, file))))) as { pages: readonly Page[] }[]
  return [...modules.flatMap((module) => module.pages), ...framePages]
}

/** Who is signed in, in one of their roles, as the product itself finds out; opens the home in that role. */
export async function becomeViewer(screen: Screen, role: string | null): Promise<Viewer> {
  const { account, memberships } = (await (await screen.request.get('/api/session')).json()) as Session
  const current = memberships.find((membership) => membership.role === role) ?? null
  await screen.goto('/')
  if (current) {
    await screen.evaluate((key) => localStorage.setItem('kado.membership', key), membershipKey(current))
    await screen.reload()
  }
  return { account, current }
}

/** The paths that this role opens and none before it: what is asked of each page once is asked there. */
export async function firstToOpen(role: RoleName): Promise<ReadonlySet<string>> {
  const opens = (page: Page, each: RoleName): boolean =>
    scopesOf(each).some((scopeKind) => isOpenTo(page, { account: somebody, current: { ...somewhere, role: each, scopeKind } }))
  const all = await productPages()
  return new Set(all.filter((page) => roleNames.find((each) => opens(page, each)) === role).map((page) => page.path))
}

const somebody = { id: '', name: '', email: '', secondFactor: true, language: 'ja' }
const somewhere = { programmeId: '', programmeName: '', scopeId: '', scopeName: '', personId: null }

const namesIn = (path: string): string[] => [...path.matchAll(/\$(\w+)/g)].map(([, name = '']) => name)
const patternOf = (path: string): RegExp => new RegExp(`^${path.replace(/\$(\w+)/g, '(?<$1>[^/]+)')}$`)

/**
 * Every page that somebody may open, once: `visit` opens an address and gives the addresses of the links it saw there, from which the
 * pages of single records are found. With `wanted`, others are opened only as long as one of those is not reached. Answers the paths to
 * which no link led, but for papers that whoever is signed in may open and only their parties find.
 */
export async function walkPages(
  viewer: Viewer,
  visit: (address: string, path: string) => Promise<readonly string[]>,
  wanted?: ReadonlySet<string>,
): Promise<string[]> {
  const all = await productPages()
  const left = new Set(all.filter((page) => isOpenTo(page, viewer)).map((page) => page.path))
  const isWanted = (path: string): boolean => wanted?.has(path) ?? true
  const fixed = new Set(all.map((page) => page.path))
  const known: Record<string, string> = viewer.current ? { programmeId: viewer.current.programmeId } : {}
  const learn = (href: string): void => {
    const address = href.split(/[?#]/)[0] ?? ''
    if (fixed.has(address)) return
    for (const path of fixed) {
      for (const [name, value] of Object.entries(patternOf(path).exec(address)?.groups ?? {})) known[name] ??= value
    }
  }
  const isKnown = (path: string): boolean => namesIn(path).every((name) => known[name] !== undefined)
  const isForAnybody = (page: Page): boolean => page.needs?.every(({ allow }) => allow === 'signed-in') ?? false
  const unreached = (): string[] =>
    [...left].filter((path) => isWanted(path) && !all.some((page) => page.path === path && isForAnybody(page)))
  const next = (): string | undefined => {
    const there = [...left].filter(isKnown)
    return there.find(isWanted) ?? (unreached().length > 0 ? there[0] : undefined)
  }
  const addressOf = (path: string): string => path.replace(/\$(\w+)/g, (_, name: string) => known[name] ?? '')
  const look = async (path: string): Promise<void> => (await visit(addressOf(path), path)).forEach(learn)
  const walk = async (): Promise<void> => {
    for (let path = next(); path !== undefined; path = next()) {
      left.delete(path)
      await look(path)
    }
  }
  const lists = [...left].filter((path) => namesIn(path).length === 0)
  await walk()
  if (unreached().length === 0) return []
  // What jobs behind the pages make may be there only now.
  for (const path of lists) await look(path)
  await walk()
  return unreached()
}

/** What must stand on no page: values that nobody meant to show, names of acts that have no words, marks of ruby that nobody set. */
export const unmeant = new RegExp(
  `[\\uFFF9-\\uFFFB]|｜[^｜《》]+《|\\bundefined\\b|\\bNaN\\b|\\[object |Invalid Date|\\b(${areaOrder.join('|')})\\.[a-z]+(-[a-z]+)+\\b|=>`,
)
