import { parseSync } from 'vite'

/** A file of the repository; `path` starts at its root. */
export interface File {
  path: string
  text: string
}

export interface Import {
  specifier: string
  /** Only types come in, so nothing happens at run time. */
  isType: boolean
  /** The names that come in; `*` for all of them. */
  names: string[]
}

export interface Source extends File {
  imports: Import[]
  /** What the file itself offers to others, without what it passes on. */
  exports: string[]
  /** Names of variables, properties and columns, and the keys of objects. */
  names: string[]
  /** Text of strings, templates and JSX. */
  texts: string[]
  /** Calls and constructions as they are written: `db.insertInto`, `new Date`, with the number of their arguments. */
  calls: { name: string; count: number }[]
  /** Strings that something is compared with: `state === 'open'`, `case 'open':`. */
  compared: string[]
  /** Arrays of nothing but strings. */
  lists: string[][]
  /** Keys of objects whose values are all such arrays; what is spread into them is left out. */
  tables: string[][]
  /** Object keys and strings found under each property called `refusals`. */
  refusals: { keys: string[]; strings: string[] }
}

interface Node {
  type: string
  [key: string]: unknown
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Reads what the rules of the architecture look at. Throws when the file is not TypeScript. */
export function readSource(file: File): Source {
  const { program, errors } = parseSync(file.path, file.text)
  if (errors.length > 0) throw new Error(`${file.path}: ${errors[0]?.message}`)
  const source: Source = {
    ...file,
    imports: [],
    exports: [],
    names: [],
    texts: [],
    calls: [],
    compared: [],
    lists: [],
    tables: [],
    refusals: { keys: [], strings: [] },
  }
  visit(program as unknown as Node, (node) => note(source, node))
  return source
}

function visit(node: Node, meet: (node: Node) => void): void {
  meet(node)
  for (const value of Object.values(node)) {
    const children: unknown[] = Array.isArray(value) ? value : [value]
    for (const child of children.filter(isNode)) visit(child, meet)
  }
}

function note(source: Source, node: Node): void {
  switch (node.type) {
    case 'TSModuleDeclaration':
      return noteAugmentation(source, node)
    case 'ExportNamedDeclaration':
      noteExports(source, node)
      return noteImport(source, node)
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
    case 'TSImportType':
      return noteImport(source, node)
    case 'Identifier':
    case 'JSXIdentifier':
    case 'PrivateIdentifier':
      source.names.push(textOf(node['name']))
      return
    case 'Literal':
      source.texts.push(textOf(node['value']))
      return
    case 'JSXText':
      source.texts.push(textOf(node['value']))
      return
    case 'TemplateElement':
      source.texts.push(source.text.slice(Number(node['start']), Number(node['end'])))
      return
    case 'CallExpression':
    case 'NewExpression':
    case 'TaggedTemplateExpression':
      return noteCall(source, node)
    case 'Property':
    case 'PropertyDefinition':
    case 'TSPropertySignature':
      return noteKey(source, node)
    case 'VariableDeclarator':
      return noteConstant(source, node)
    case 'BinaryExpression':
      source.compared.push(...[node['left'], node['right']].flatMap(stringOf))
      return
    case 'SwitchCase':
      source.compared.push(...stringOf(node['test']))
      return
    case 'ArrayExpression':
      source.lists.push(stringsOf(node) ?? [])
      return
    case 'ObjectExpression':
      source.tables.push(tableOf(node))
      return
  }
}

function noteImport(source: Source, node: Node): void {
  const from = node['source']
  if (!isNode(from)) return
  const specifiers = Array.isArray(node['specifiers']) ? node['specifiers'].filter(isNode) : []
  const isTypeOfEach =
    specifiers.length > 0 && specifiers.every((specifier) => (specifier['importKind'] ?? specifier['exportKind']) === 'type')
  const isType = node.type === 'TSImportType' || (node['importKind'] ?? node['exportKind']) === 'type' || isTypeOfEach
  source.imports.push({ specifier: textOf(from['value']), isType, names: namesTaken(node, specifiers) })
}

const nameOf = (node: unknown): string => (isNode(node) ? textOf(node['name'] ?? node['value']) : '')

function namesTaken(node: Node, specifiers: Node[]): string[] {
  const isStatement = node.type === 'ImportDeclaration' || node.type === 'ExportNamedDeclaration'
  if (!isStatement || specifiers.some(({ type }) => type === 'ImportNamespaceSpecifier')) return ['*']
  return specifiers.map((specifier) =>
    specifier.type === 'ImportDefaultSpecifier' ? 'default' : nameOf(specifier['imported'] ?? specifier['local']),
  )
}

/** `declare module '…' { interface Roles … }` takes the interfaces that it adds to. */
function noteAugmentation(source: Source, { id, body }: Node): void {
  if (!isNode(id) || id.type !== 'Literal' || !isNode(body) || !Array.isArray(body['body'])) return
  const names = body['body'].filter(isNode).map((each) => nameOf(each['id']))
  source.imports.push({ specifier: textOf(id['value']), isType: true, names })
}

function noteExports(source: Source, { declaration, specifiers, source: from }: Node): void {
  if (isNode(from)) return
  if (Array.isArray(specifiers)) source.exports.push(...specifiers.filter(isNode).map((each) => nameOf(each['exported'])))
  if (!isNode(declaration)) return
  const declared = Array.isArray(declaration['declarations']) ? declaration['declarations'].filter(isNode) : [declaration]
  for (const { id } of declared) if (isNode(id)) source.exports.push(...bound(id))
}

/** The names that a declaration binds, taken apart or not. */
function bound(pattern: Node): string[] {
  const parts: unknown[] = [pattern['properties'], pattern['elements']].filter((list) => Array.isArray(list)).flat()
  return parts.length === 0
    ? [nameOf(pattern)]
    : parts.filter(isNode).flatMap((part) => bound(isNode(part['value']) ? part['value'] : part))
}

function noteCall(source: Source, node: Node): void {
  const callee = node['callee'] ?? node['tag']
  if (!isNode(callee)) return
  const name = source.text.slice(Number(callee['start']), Number(callee['end']))
  const count = Array.isArray(node['arguments']) ? node['arguments'].length : 0
  source.calls.push({ name: node.type === 'NewExpression' ? `new ${name}` : name, count })
}

function noteKey(source: Source, node: Node): void {
  const key = keyOf(node)
  if (key === null) return
  source.names.push(key)
  if (key === 'refusals' && isNode(node['value'])) noteRefusals(source, node['value'])
}

/** Long messages keep the sentences in a constant of their own: `export const refusals = { … }`. */
function noteConstant(source: Source, node: Node): void {
  const { id, init } = node
  if (isNode(id) && id['name'] === 'refusals' && isNode(init)) noteRefusals(source, init)
}

function noteRefusals(source: Source, value: Node): void {
  visit(value, (inner) => {
    const innerKey = inner.type === 'Property' ? keyOf(inner) : null
    if (innerKey !== null) source.refusals.keys.push(innerKey)
    if (inner.type === 'Literal' && typeof inner['value'] === 'string') source.refusals.strings.push(inner['value'])
  })
}

const stringOf = (node: unknown): string[] =>
  isNode(node) && node.type === 'Literal' && typeof node['value'] === 'string' ? [node['value']] : []

/** The strings of an array of nothing else, or null. */
function stringsOf(node: unknown): string[] | null {
  if (!isNode(node) || node.type !== 'ArrayExpression' || !Array.isArray(node['elements'])) return null
  const strings = node['elements'].flatMap(stringOf)
  return strings.length === node['elements'].length ? strings : null
}

function tableOf(node: Node): string[] {
  const own = (Array.isArray(node['properties']) ? node['properties'].filter(isNode) : []).filter(({ type }) => type === 'Property')
  return own.every((property) => stringsOf(property['value']) !== null) ? own.flatMap((property) => keyOf(property) ?? []) : []
}

function keyOf(node: Node): string | null {
  const key = node['key']
  if (!isNode(key) || node['computed'] === true) return null
  return textOf(key['name'] ?? key['value'])
}
