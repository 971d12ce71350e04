import { isUtf8 } from 'node:buffer'
import type { CliFault, InputFault, Path } from './faults.ts'
import { scanJson } from './json-scan.ts'

/** Bytes of one row, or of everything in a document that is in no row. */
export const pieceLimit = 400 * 1024 * 1024

/** Characters up to which keys are looked at twice; longer input is made by programs, which do not write a key twice. */
const scanLimit = 32 * 1024 * 1024

export type RowsListener = {
  /** One element of a list whose path was asked for. */
  readonly onRow: (list: Path, index: number, value: unknown) => void
  /** A whole document, in which the lists that were asked for are empty; `line` counts from 1. */
  readonly onDocument: (value: unknown, line: number) => void
  readonly onFault: (fault: CliFault) => void
}

/** A place in the input: line and column from 1, the column in characters. */
type Position = { readonly line: number; readonly column: number }

/** Where the bytes from `at` on stood in the input. */
type Cut = Position & { readonly at: number }

/** Bytes that belong together, gathered over chunks. */
class Piece {
  readonly cuts: Cut[] = []
  length = 0
  readonly #parts: Uint8Array[] = []

  add(bytes: Uint8Array): void {
    if (bytes.length > 0) this.#parts.push(bytes)
    this.length += bytes.length
  }

  bytes(): Buffer {
    const [only] = this.#parts
    return this.#parts.length === 1 && only !== undefined
      ? Buffer.from(only.buffer, only.byteOffset, only.byteLength)
      : Buffer.concat(this.#parts)
  }

  cut(position: Position): void {
    this.cuts.push({ at: this.length, ...position })
  }
}

type OpenList = { readonly path: Path; readonly depth: number; index: number; row: Piece }

const [quote, backslash, newline, comma, colon] = [0x22, 0x5c, 0x0a, 0x2c, 0x3a]
const [openBracket, closeBracket, openBrace, closeBrace] = [0x5b, 0x5d, 0x7b, 0x7d]
const byteOrderMark: readonly number[] = [0xef, 0xbb, 0xbf]
/** 1 for the bytes that say something outside strings. */
const isSign = new Uint8Array(256)
for (const sign of [newline, comma, colon, openBracket, closeBracket, openBrace, closeBrace]) isSign[sign] = 1

/**
 * Reads JSON documents one after the other from bytes that come in chunks, and hands out the elements of the lists at given paths (one or
 * two keys deep) singly, so that a large document is never in memory as a whole. Stops at the first error of syntax.
 */
export class JsonRows {
  readonly #lists: ReadonlyMap<string, Path>
  readonly #listener: RowsListener
  #document: Piece | null = null
  #list: OpenList | null = null
  #depth = 0
  #inString = false
  #escaped = false
  /** The keys that lead to what is being read, of the two outermost objects. */
  readonly #keys: string[] = []
  /** The last string, while it may be such a key; it begins in this chunk at `#textFrom` or before it. */
  #text = ''
  #textFrom = 0
  #textTo = 0
  #offset = 0
  #line = 1
  #lineStart = 0
  /** Bytes of this line that continue a character. */
  #continued = 0
  #scanned = 0
  failed = false

  constructor(lists: readonly Path[], listener: RowsListener) {
    this.#lists = new Map(lists.map((path) => [path.join('\n'), path]))
    this.#listener = listener
  }

  push(chunk: Uint8Array): void {
    let from = 0
    for (let at = 0; at < chunk.length && !this.failed; at += 1) {
      if (this.#inString) at = this.#endOfString(chunk, at)
      if (at >= chunk.length) break
      const byte = chunk[at]!
      if (byte >= 0x80 && byte < 0xc0) this.#continued += 1
      if (byte === quote) this.#startString(at)
      else if (isSign[byte] === 1 || (this.#document === null && byte > 0x20)) from = this.#readSign(byte, chunk, from, at)
      if (byte === newline) this.#nextLine(at)
    }
    this.#gather(chunk.subarray(from))
    this.#keepText(chunk)
    this.#offset += chunk.length
  }

  /** To be called when all bytes have been pushed. */
  end(): void {
    if (this.failed || this.#document === null) return
    const list = this.#list
    if (list !== null && !isBlank(list.row.bytes())) this.#parse(list.row, () => undefined)
    if (list !== null && !this.failed) this.#fail({ code: 'not-json', ...this.#position(0) })
    if (!this.failed) this.#endDocument()
  }

  #position(at: number): Position {
    return { line: this.#line, column: this.#offset + at - this.#lineStart - this.#continued + 1 }
  }

  #nextLine(at: number): void {
    this.#line += 1
    this.#lineStart = this.#offset + at + 1
    this.#continued = 0
  }

  #gather(bytes: Uint8Array): void {
    const piece = this.#list?.row ?? this.#document
    if (piece === null) return
    piece.add(bytes)
    if (piece.length > pieceLimit) this.#fail({ code: 'too-large', limit: pieceLimit })
  }

  #startString(at: number): void {
    this.#inString = true
    this.#text = ''
    this.#textFrom = at + 1
    this.#textTo = -1
    if (this.#document === null) this.#startDocument(at)
  }

  /** The place after the string that is being read, or the end of the chunk. */
  #endOfString(chunk: Uint8Array, start: number): number {
    for (let at = start; at < chunk.length; at += 1) {
      const byte = chunk[at]!
      if (byte >= 0x80 && byte < 0xc0) this.#continued += 1
      else if (byte === newline) this.#nextLine(at)
      if (this.#escaped) this.#escaped = false
      else if (byte === backslash) this.#escaped = true
      else if (byte === quote) {
        this.#inString = false
        this.#textTo = at
        return at + 1
      }
    }
    return chunk.length
  }

  /** Remembers what a chunk holds of a string before the chunk goes; only outside rows can it be a key that matters. */
  #keepText(chunk: Uint8Array): void {
    if (this.#list === null && this.#depth <= 2) this.#text = this.#readText(chunk)
    this.#textFrom = 0
    this.#textTo = this.#inString ? -1 : 0
  }

  #readText(chunk: Uint8Array): string {
    return this.#text + Buffer.from(chunk.subarray(this.#textFrom, this.#textTo < 0 ? chunk.length : this.#textTo)).toString('latin1')
  }

  /** Takes one byte outside strings; answers from where on the bytes of the chunk are not yet gathered. */
  #readSign(byte: number, chunk: Uint8Array, from: number, at: number): number {
    const list = this.#list
    if (this.#document === null) {
      if (byte === newline || (this.#offset + at < 3 && byte === byteOrderMark[this.#offset + at])) return at + 1
      this.#startDocument(at)
      from = at
    }
    if (byte === comma) {
      if (list === null || this.#depth !== list.depth) return from
      return this.#endRow(list, chunk.subarray(from, at), false, at)
    }
    if (byte === openBracket || byte === openBrace) return this.#open(byte, chunk, from, at)
    if (byte === closeBracket || byte === closeBrace) return this.#close(chunk, from, at)
    if (byte === newline && this.#depth === 0) return this.#endWith(chunk.subarray(from, at), at)
    return from
  }

  #startDocument(at: number): void {
    this.#document = new Piece()
    this.#document.cut(this.#position(at))
  }

  #open(byte: number, chunk: Uint8Array, from: number, at: number): number {
    this.#depth += 1
    if (this.#list !== null) return from
    if (this.#depth === 1 || this.#depth > 3) return from
    this.#keys.length = this.#depth - 2
    this.#keys.push(this.#readText(chunk))
    const path = byte === openBracket ? this.#lists.get(this.#keys.join('\n')) : undefined
    if (path === undefined) return from
    this.#gather(chunk.subarray(from, at + 1))
    this.#list = { path, depth: this.#depth, index: 0, row: this.#newRow(at + 1) }
    return at + 1
  }

  #close(chunk: Uint8Array, from: number, at: number): number {
    const list = this.#list
    this.#depth = Math.max(0, this.#depth - 1)
    if (list !== null) {
      if (this.#depth >= list.depth) return from
      this.#endRow(list, chunk.subarray(from, at), true, at)
      this.#list = null
      this.#document?.cut(this.#position(at))
      from = at
    }
    return this.#depth === 0 ? this.#endWith(chunk.subarray(from, at + 1), at) : from
  }

  #newRow(at: number): Piece {
    const row = new Piece()
    row.cut(this.#position(at))
    return row
  }

  #endRow(list: OpenList, bytes: Uint8Array, last: boolean, at: number): number {
    this.#gather(bytes)
    const empty = last && list.index === 0 && isBlank(list.row.bytes())
    if (!empty) this.#parse(list.row, (value) => this.#listener.onRow(list.path, list.index, value), [...list.path, list.index])
    list.index += 1
    list.row = this.#newRow(at + 1)
    return at + 1
  }

  #endWith(bytes: Uint8Array, at: number): number {
    this.#gather(bytes)
    this.#endDocument()
    return at + 1
  }

  #endDocument(): void {
    const document = this.#document
    this.#document = null
    this.#list = null
    this.#depth = 0
    this.#keys.length = 0
    if (document !== null) this.#parse(document, (value) => this.#listener.onDocument(value, document.cuts[0]?.line ?? 1))
  }

  #parse(piece: Piece, take: (value: unknown) => void, path: Path = []): void {
    const bytes = piece.bytes()
    if (!isUtf8(bytes)) return this.#fail({ code: 'not-utf8' })
    const text = bytes.toString()
    let value: unknown
    try {
      value = JSON.parse(text)
    } catch {
      return this.#fail({ code: 'not-json', ...placeOf(piece, bytes, scanJson(text).badAt ?? text.length) })
    }
    this.#noteDuplicates(text, value, path)
    take(value)
  }

  #noteDuplicates(text: string, value: unknown, path: Path): void {
    if (this.#scanned > scanLimit || isWrittenAgain(text, value)) return
    this.#scanned += text.length
    for (const steps of scanJson(text).duplicates)
      this.#listener.onFault({ area: 'input', path: [...path, ...steps], fault: { code: 'duplicate-key' } })
  }

  #fail(fault: InputFault): void {
    this.failed = true
    this.#listener.onFault({ area: 'input', path: [], fault })
  }
}

/** Whether writing the value gives the text again, so that no key can have been lost; much faster than to look at every key. */
function isWrittenAgain(text: string, value: unknown): boolean {
  try {
    return JSON.stringify(value) === text
  } catch {
    // Too deep to be written.
    return false
  }
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d)
}

/** Where the character at an index of a piece stood in the input. */
function placeOf(piece: Piece, bytes: Buffer, index: number): Position {
  const at = Buffer.byteLength(bytes.toString().slice(0, index))
  const cut = piece.cuts.findLast((one) => one.at <= at) ?? { at: 0, line: 1, column: 1 }
  const lines = bytes.subarray(cut.at, at).toString().split('\n')
  const last = Array.from(lines.at(-1) ?? '').length
  return { line: cut.line + lines.length - 1, column: lines.length === 1 ? cut.column + last : last + 1 }
}
