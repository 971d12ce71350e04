import { fileURLToPath } from 'node:url'
import { compileInProcess, type PdfStandard, templateRoot } from './compiler.ts'
import { hasGlyph } from './fonts.ts'
import { PdfError, type UnprintableCharacter } from './pdf-error.ts'

export { endPdfCompiler, type PdfStandard } from './compiler.ts'
export { PdfError, type PdfErrorCode, type UnprintableCharacter } from './pdf-error.ts'

type JsonValue = null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue }

export type PdfOptions = {
  /** Written into the file as its creation date, to the second; part of what makes the same data the same bytes. */
  readonly createdAt: Date
  /** `a-2a` when absent: the archive standard with text (2u) and structure. */
  readonly standard?: PdfStandard
  /**
   * `refuse` when absent. `mark` prints `〓(U+1F600)` in the place of each character that no font has: for a record that is
   * stored already and has to be printed for ever.
   */
  readonly unprintable?: 'refuse' | 'mark'
}

/** UTF-8 bytes of the data as JSON. A statement of 2,000 lines has about 400 kB. */
const dataLimitBytes = 2_000_000
const depthLimit = 32
const listedCharacterLimit = 20

/**
 * Makes a PDF/A-2a file of a Typst template and JSON data. The same template, data and `createdAt` give the same
 * bytes, so the SHA-256 of a stored document can be derived again. The template reads the data with
 * `json(bytes(sys.inputs.data))`. Rejects with a `PdfError`; characters that no font has are refused, because a missing
 * glyph would vanish silently.
 */
export async function renderPdf(template: URL | string, data: JsonValue, options: PdfOptions): Promise<Uint8Array> {
  const marking = options.unprintable === 'mark'
  const json = canonicalJson(data, marking ? markUnprintable : unifyLineEnds)
  if (Buffer.byteLength(json) > dataLimitBytes) {
    throw new PdfError('data-too-large', `the data of a document may have ${dataLimitBytes} bytes`)
  }
  if (!marking) refuseUnprintable(data)
  return compileInProcess({
    template: templateOf(template),
    json,
    standard: options.standard ?? 'a-2a',
    createdAtSeconds: Math.floor(options.createdAt.getTime() / 1000),
  })
}

function templateOf(template: URL | string): { kind: 'file'; path: string } | { kind: 'source'; source: string } {
  if (typeof template === 'string') return { kind: 'source', source: template }
  const path = fileURLToPath(template)
  if (!path.startsWith(templateRoot)) throw new PdfError('template-failed', `a template outside the sources: ${path}`)
  return { kind: 'file', path }
}

/** JSON with sorted keys, so that equal data has one spelling. Every text passes through `write`. */
function canonicalJson(value: JsonValue, write: (text: string) => string, depth = 0): string {
  if (depth > depthLimit) throw new PdfError('data-too-large', `the data is nested deeper than ${depthLimit} levels`)
  if (typeof value === 'string') return JSON.stringify(write(value))
  if (isList(value)) return `[${value.map((item) => canonicalJson(item, write, depth + 1)).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const members = Object.entries(value).toSorted(([left], [right]) => (left < right ? -1 : 1))
  return `{${members.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item, write, depth + 1)}`).join(',')}}`
}

function unifyLineEnds(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n')
}

/** 〓 (geta) is what Japanese printers set for a missing letter; the code point says which one it was. */
function markUnprintable(text: string): string {
  const characters = [...unifyLineEnds(text)]
  return characters.map((character) => (isPrintable(codeOf(character)) ? character : `〓(${codePointText(character)})`)).join('')
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value)
}

/** The first 20 characters of the data that no font has; for checking a text when it is typed, not when it is printed. */
export function unprintableCharacters(data: JsonValue): readonly UnprintableCharacter[] {
  const found: UnprintableCharacter[] = []
  collectUnprintable(data, '$', found)
  return found
}

function refuseUnprintable(data: JsonValue): void {
  const found = unprintableCharacters(data)
  if (found.length === 0) return
  const list = found.map((item) => `${item.codePoint} at ${item.path}`).join(', ')
  throw new PdfError('unprintable-character', `no font has: ${list}`, found)
}

function collectUnprintable(value: JsonValue, path: string, found: UnprintableCharacter[]): void {
  if (found.length >= listedCharacterLimit) return
  if (typeof value === 'string') return collectFromText(value, path, found)
  if (value === null || typeof value !== 'object') return
  if (isList(value)) return value.forEach((item, index) => collectUnprintable(item, `${path}[${index}]`, found))
  for (const [key, item] of Object.entries(value)) collectUnprintable(item, `${path}.${key}`, found)
}

function collectFromText(text: string, path: string, found: UnprintableCharacter[]): void {
  for (const character of text) {
    if (isPrintable(codeOf(character)) || found.length >= listedCharacterLimit) continue
    found.push({ character, codePoint: codePointText(character), path })
  }
}

function codeOf(character: string): number {
  return character.codePointAt(0) ?? 0
}

function codePointText(character: string): string {
  return `U+${codeOf(character).toString(16).toUpperCase().padStart(4, '0')}`
}

function isPrintable(code: number): boolean {
  // Private-use characters (外字) mean something else on each machine, even where a font happens to have one.
  if (code >= 0xe000 && code <= 0xf8ff) return false
  return isLayout(code) || isVariationSelector(code) || hasGlyph(code)
}

/** Tab and line ends. */
function isLayout(code: number): boolean {
  return code === 0x09 || code === 0x0a || code === 0x0d
}

/** A selector of a kanji's variant (辻 with one or two dots) draws nothing itself; the kanji before it stays legible. */
function isVariationSelector(code: number): boolean {
  return (code >= 0xfe00 && code <= 0xfe0f) || (code >= 0xe0100 && code <= 0xe01ef)
}
