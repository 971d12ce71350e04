import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { parseSync } from 'vite'

/** A word of a page: the hook that gives it and the keys to it, `useMoneyWords` and `money.title`; what is under a shorter path is meant whole. */
export type Shown = { hook: string; path: readonly string[] }

type Node = { type: string; start: number; end: number; [key: string]: unknown }

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value && 'start' in value
const childrenOf = (node: Node): Node[] =>
  Object.values(node)
    .flatMap((value): unknown => value)
    .filter(isNode)
const nodeAt = (node: Node, key: string): Node | null => {
  const value = node[key]
  return isNode(value) ? value : null
}
const nameOf = (node: Node | null): string | null => (node?.type === 'Identifier' ? String(node['name']) : null)

function walk(node: Node, meet: (node: Node, above: readonly Node[]) => void, above: readonly Node[] = []): void {
  meet(node, above)
  for (const child of childrenOf(node)) walk(child, meet, [node, ...above])
}

const parsed = new Map<string, Node>()
function programOf(file: string): Node {
  const known = parsed.get(file)
  if (known) return known
  const { program, errors } = parseSync(file, readFileSync(file, 'utf8'))
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`)
  const node = program as unknown as Node
  parsed.set(file, node)
  return node
}

/** The key of `a.key`, `a['key']` and `{ key: … }`; null when it is worked out. */
function keyOf(node: Node, at: 'property' | 'key'): string | null {
  const key = nodeAt(node, at)
  if (key?.type === 'Literal') return String(key['value'])
  return node['computed'] === true ? null : nameOf(key)
}

/** `useMoneyWords()` and `useMoneyWords.in(language)`. */
function hookOf(node: Node | null): string | null {
  if (node?.type !== 'CallExpression') return null
  const callee = nodeAt(node, 'callee')
  const name =
    nameOf(callee) ?? (callee?.type === 'MemberExpression' && keyOf(callee, 'property') === 'in' ? nameOf(nodeAt(callee, 'object')) : null)
  return name !== null && /^use\w*(Words|Terms)$/.test(name) ? name : null
}

/** The names under which a file holds words. */
function holdersIn(program: Node): Map<string, Shown[]> {
  const holders = new Map<string, Shown[]>()
  const hold = (name: string | null, shown: Shown) => {
    if (name !== null) holders.set(name, [...(holders.get(name) ?? []), shown])
  }
  walk(program, (node) => {
    if (node.type !== 'VariableDeclarator') return
    const hook = hookOf(nodeAt(node, 'init'))
    const id = nodeAt(node, 'id')
    if (hook === null || id === null) return
    hold(nameOf(id), { hook, path: [] })
    if (id.type !== 'ObjectPattern') return
    for (const property of childrenOf(id)) {
      const key = keyOf(property, 'key')
      if (key !== null) hold(nameOf(nodeAt(property, 'value')), { hook, path: [key] })
    }
  })
  return holders
}

/** The keys after a name: `m.bank.title` → bank, title; a worked-out key ends them. */
function pathFrom(node: Node, above: readonly Node[]): string[] {
  const [outer, ...rest] = above
  if (outer?.type !== 'MemberExpression' || nodeAt(outer, 'object') !== node) return []
  const key = keyOf(outer, 'property')
  return key === null ? [] : [key, ...pathFrom(outer, rest)]
}

const isUse = (node: Node, above: readonly Node[]): boolean => {
  const outer = above[0]
  if (outer?.type === 'VariableDeclarator') return nodeAt(outer, 'id') !== node
  if (outer?.type === 'MemberExpression') return outer['computed'] === true || nodeAt(outer, 'object') === node
  if (outer?.type === 'Property') return above[1]?.type !== 'ObjectPattern' && nodeAt(outer, 'value') === node
  return true
}

/** What the source of one file says: every path that begins at a name for words. Names are told apart by file, not by function. */
export function wordsIn(file: string): Shown[] {
  const program = programOf(file)
  const holders = holdersIn(program)
  const shown: Shown[] = []
  walk(program, (node, above) => {
    const hook = hookOf(node)
    if (hook !== null && above[0]?.type === 'MemberExpression') shown.push({ hook, path: pathFrom(node, above) })
    const name = nameOf(node)
    if (name === null || !isUse(node, above)) return
    for (const { hook: from, path } of holders.get(name) ?? []) shown.push({ hook: from, path: [...path, ...pathFrom(node, above)] })
  })
  return shown
}

/** A file and what it imports for the browser, dialogs that are loaded on demand too, but no list of pages. */
export function closureOf(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  walk(programOf(file), (node) => {
    if (!['ImportDeclaration', 'ImportExpression'].includes(node.type) || node['importKind'] === 'type') return
    const specifier = String(nodeAt(node, 'source')?.['value'])
    if (!specifier.startsWith('.') || !/\.tsx?$/.test(specifier)) return
    const target = resolve(dirname(file), specifier)
    if (/\/(src\/ui|web)\//.test(target) && !/\/(pages|words)\.tsx?$/.test(target)) closureOf(target, seen)
  })
  return seen
}

/** The words that functions take from what they are given: `title: (m) => m.money.title`. */
function wordsTaken(hook: string, node: Node): Shown[] {
  const shown: Shown[] = []
  walk(node, (inner, above) => {
    const isGiven = above.some((outer) => outer.type === 'ArrowFunctionExpression' && outer['params'] instanceof Array)
    if (nameOf(inner) === 'm' && isGiven && above[0]?.type === 'MemberExpression') shown.push({ hook, path: pathFrom(inner, above) })
  })
  return shown
}

export type PageSource = { path: string; component: string; words: Shown[] }

/** The pages of a `pages.tsx`: their file, and the words of title and menu. */
export function pagesIn(file: string): PageSource[] {
  const found: PageSource[] = []
  walk(programOf(file), (node, above) => {
    if (node.type !== 'ObjectExpression') return
    const valueOf = (key: string) => childrenOf(node).find((property) => keyOf(property, 'key') === key)
    const [path, component] = [valueOf('path'), valueOf('component')]
    if (!path || !component) return
    const call = above.find((outer) => nameOf(nodeAt(outer, 'callee')) === 'definePages')
    const hook = nameOf((call?.['arguments'] as Node[] | undefined)?.[0] ?? null) ?? ''
    let target = ''
    walk(component, (inner) => {
      if (inner.type === 'ImportExpression') target = String(nodeAt(inner, 'source')?.['value'])
    })
    found.push({ path: String(nodeAt(path, 'value')?.['value']), component: resolve(dirname(file), target), words: wordsTaken(hook, node) })
  })
  return found
}

/** Every text that a file of messages writes, with four signs for each argument; the branches of a condition each for themselves. */
export function textsIn(file: string): string[] {
  const texts: string[] = []
  walk(programOf(file), (node, above) => {
    const isKey = above[0]?.type === 'Property' && nodeAt(above[0], 'key') === node
    if (node.type === 'Literal' && typeof node['value'] === 'string' && !isKey && above[0]?.type !== 'ImportDeclaration')
      texts.push(node['value'])
    if (node.type === 'TemplateLiteral') {
      const parts = (node['quasis'] as Node[]).map((quasi) => (quasi['value'] as { cooked: string }).cooked)
      texts.push(parts.join('○○○○'))
    }
  })
  return texts
}
