import { posix } from 'node:path'
import type { Source } from './source.ts'

/** Rules about who takes what from whom; each answer is a whole line. */
export function graphViolations(sources: Source[]): string[] {
  const graph = new Map(sources.map((source) => [source.path, source]))
  return [...circles(graph), ...unusedFiles(sources), ...deadExports(sources)]
}

type Graph = ReadonlyMap<string, Source>

const isOutside = (path: string) => /^test\/|\.test\.tsx?$/.test(path)

/** Paths of the files that a file takes something from. */
const takes = (source: Source) =>
  source.imports.map(({ specifier, names }) => ({ path: posix.join(posix.dirname(source.path), specifier.replace(/\?.*$/, '')), names }))

/** Files that need each other, by Tarjan's algorithm for strongly connected components: one line a circle. */
function circles(graph: Graph): string[] {
  const index = new Map<string, number>()
  const lowest = new Map<string, number>()
  const open: string[] = []
  const found: string[] = []
  const meet = (path: string, source: Source): number => {
    const at = index.size
    index.set(path, at)
    open.push(path)
    let low = at
    for (const { path: next } of takes(source)) {
      const target = graph.get(next)
      if (!target) continue
      if (!index.has(next)) low = Math.min(low, meet(next, target))
      else if (open.includes(next)) low = Math.min(low, index.get(next) ?? low)
    }
    lowest.set(path, low)
    if (low === at) {
      const circle = open.splice(open.indexOf(path))
      if (circle.length > 1) found.push(`${path}: circle: ${circle.join(', ')} need each other: move what they share to a file of its own`)
    }
    return low
  }
  for (const [path, source] of graph) if (!index.has(path)) meet(path, source)
  return found
}

/**
 * Files that the wiring loads by their name (src/main/areas.ts), that the compiler of JSX takes, that run by themselves, or that pages
 * for developers are made of.
 */
const entries = [
  /^src\/[a-z]+\/(routes|jobs)(\/index)?\.ts$/,
  /^src\/[a-z]+\/(web\/(pages|notices)\.tsx?|messages\.(ja|en)\/acts\.ts|documents\/index\.ts)$/,
  /^src\/main\/web\/acts\.(ja|en)\.ts$/,
  /^src\/main\/(main|web\/main|demo\/program)\.tsx?$/,
  /^src\/ui\/gallery\//,
  /^src\/ui\/ruby\/jsx(-dev)?-runtime\.ts$/,
  /\.d\.ts$/,
  /(-process|-thread)\.ts$/,
  /\/example\.ts$/,
]
const isEntry = (path: string) => entries.some((entry) => entry.test(path))

function unusedFiles(sources: Source[]): string[] {
  const used = new Set(sources.filter(({ path }) => !isOutside(path)).flatMap((source) => takes(source).map(({ path }) => path)))
  return sources
    .filter(({ path }) => path.startsWith('src/') && !isOutside(path) && !isEntry(path) && !used.has(path))
    .map(({ path }) => `${path}: no file of the product uses it: delete it, or move what only tests use to test/support`)
}

function deadExports(sources: Source[]): string[] {
  const takenBy = new Map<string, string[]>()
  for (const source of sources) {
    for (const { path, names } of takes(source)) {
      for (const name of names) takenBy.set(`${path}#${name}`, [...(takenBy.get(`${path}#${name}`) ?? []), source.path])
    }
  }
  const found: string[] = []
  for (const { path, exports, names } of sources) {
    if (!path.startsWith('src/') || isOutside(path) || isEntry(path) || takenBy.has(`${path}#*`)) continue
    for (const name of exports) {
      const takers = takenBy.get(`${path}#${name}`) ?? []
      if (takers.length === 0) found.push(`${path}: nobody takes ${name}: drop its export, or delete it`)
      else if (takers.every(isOutside) && names.filter((each) => each === name).length < 2)
        found.push(`${path}: only tests take ${name}: delete it, or move it to test/support`)
    }
  }
  return found
}
