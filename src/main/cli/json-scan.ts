import type { Path } from './faults.ts'

/**
 * What JSON.parse does not tell: the place of the first error, and keys that stand twice in one object, of which it would keep the last
 * without a word. Depth costs memory and never the call stack.
 */
export type JsonScan = { readonly badAt: number | null; readonly duplicates: readonly Path[] }

type Expect = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'nothing'

/** An open object has a set of keys, an open list none; `step` leads from it to the value being read. */
type Open = { readonly keys: Set<string> | null; step: string | number }

type Scan = { readonly open: Open[]; readonly duplicates: Path[]; expect: Expect }

const space = /[ \t\n\r]*/y
const sign = /[{}[\],:]|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null/y
// Everything from the space on but the quotation mark and the backslash.
const plain = /[ !#-[\]-\uffff]*/y
const escape = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y

export function scanJson(text: string): JsonScan {
  const scan: Scan = { open: [], duplicates: [], expect: 'value' }
  let position = skip(space, text, 0)
  while (position < text.length) {
    const end = text[position] === '"' ? endOfString(text, position) : skip(sign, text, position)
    if (end === position || !accept(scan, text.slice(position, end))) return { badAt: position, duplicates: scan.duplicates }
    position = skip(space, text, end)
  }
  return { badAt: scan.expect === 'nothing' ? null : text.length, duplicates: scan.duplicates }
}

/** Where a sticky pattern ends, or `from` when it does not match there. */
function skip(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from
  return pattern.test(text) ? pattern.lastIndex : from
}

/** After the closing quotation mark, or `start` when the string is not one. One pattern for all of it would try endless ways to fail. */
function endOfString(text: string, start: number): number {
  let position = skip(plain, text, start + 1)
  while (text[position] === '\\') {
    const after = skip(escape, text, position)
    if (after === position) return start
    position = skip(plain, text, after)
  }
  return text[position] === '"' ? position + 1 : start
}

/** Takes one token; false when it cannot stand here. */
function accept(scan: Scan, found: string): boolean {
  const top = scan.open.at(-1)
  switch (found[0]) {
    case '{':
    case '[':
      return acceptOpening(scan, found === '{')
    case '}':
    case ']':
      return acceptClosing(scan, top, found === '}')
    case ':':
      return move(scan, scan.expect === 'colon', 'value')
    case ',':
      if (top && typeof top.step === 'number' && scan.expect === 'comma-or-end') top.step += 1
      return move(scan, scan.expect === 'comma-or-end', top?.keys ? 'key' : 'value')
    case '"':
      return scan.expect === 'key' || scan.expect === 'key-or-end' ? acceptKey(scan, top, found) : acceptValue(scan)
    default:
      return acceptValue(scan)
  }
}

function move(scan: Scan, allowed: boolean, next: Expect): boolean {
  if (allowed) scan.expect = next
  return allowed
}

function wantsValue(scan: Scan): boolean {
  return scan.expect === 'value' || scan.expect === 'value-or-end'
}

function acceptValue(scan: Scan): boolean {
  return move(scan, wantsValue(scan), scan.open.length > 0 ? 'comma-or-end' : 'nothing')
}

function acceptOpening(scan: Scan, object: boolean): boolean {
  if (!wantsValue(scan)) return false
  scan.open.push(object ? { keys: new Set(), step: '' } : { keys: null, step: 0 })
  scan.expect = object ? 'key-or-end' : 'value-or-end'
  return true
}

function acceptClosing(scan: Scan, top: Open | undefined, object: boolean): boolean {
  const empty = object ? 'key-or-end' : 'value-or-end'
  if (!top || (top.keys !== null) !== object || (scan.expect !== 'comma-or-end' && scan.expect !== empty)) return false
  scan.open.pop()
  scan.expect = scan.open.length > 0 ? 'comma-or-end' : 'nothing'
  return true
}

function acceptKey(scan: Scan, top: Open | undefined, found: string): boolean {
  if (!top?.keys) return false
  const key = String(JSON.parse(found))
  top.step = key
  if (top.keys.has(key)) scan.duplicates.push(scan.open.map(({ step }) => step))
  top.keys.add(key)
  scan.expect = 'colon'
  return true
}
