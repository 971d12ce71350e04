import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router'
import { HomeFrame, NotFoundFrame, PageFrame } from './page-frame.tsx'
import { pagesByPath } from './pages.ts'
import { Shell } from './shell.tsx'

// Words in the address stay words: `?q=300` is text, a repeated name is a list.
function parseSearch(search: string): Record<string, string | string[]> {
  const values = new URLSearchParams(search)
  const entries = [...new Set(values.keys())].map((name): [string, string | string[]] => {
    const all = values.getAll(name)
    return [name, all.length === 1 ? (all[0] ?? '') : all]
  })
  return Object.fromEntries(entries)
}

function stringifySearch(search: Record<string, unknown>): string {
  const values = new URLSearchParams()
  for (const [name, value] of Object.entries(search)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') values.append(name, String(one))
    }
  }
  const text = values.toString()
  return text === '' ? '' : `?${text}`
}

export function newRouter() {
  const root = createRootRoute({ component: Shell, notFoundComponent: NotFoundFrame })
  const home = createRoute({ getParentRoute: () => root, path: '/', component: HomeFrame })
  const areas = [...pagesByPath]
    .filter(([path]) => path !== '/')
    .map(([path, pages]) => createRoute({ getParentRoute: () => root, path, component: () => <PageFrame key={path} pages={pages} /> }))
  return createRouter({
    routeTree: root.addChildren([home, ...areas]),
    parseSearch,
    stringifySearch,
    scrollRestoration: true,
    defaultPreload: false,
  })
}
