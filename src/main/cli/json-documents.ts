import { Tokenizer, TokenizerError, TokenType } from '@streamparser/json'
import type { CliFault, InputFault, Path } from './faults.ts'

/** Bytes of one row, or of what is in no row, that are kept at most. */
const pieceLimit = 400 * 1024 * 1024

type DocumentsListener = {
  /** One element of a list whose path was asked for. */
  readonly onRow: (list: Path, index: number, value: unknown) => void
  /** A whole document, in which the lists that were asked for are empty; `line` counts from 1. */
  readonly onDocument: (value: unknown, line: number) => void
  readonly onFault: (fault: CliFault) => void
}

type Container = Record<string, unknown> | unknown[]

/** An object or a list that is being read; `step` leads to the value that comes next, and rows are handed out instead of kept. */
type Open = { readonly container: Container; readonly rows: Path | null; step: string | number }

type Expect = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end'

/**
 * Reads JSON documents one after the other from bytes that come in chunks, and hands out the elements of the lists at given paths singly,
 * so that a large document is never in memory as a whole. A key that stands twice in one object is a fault, because one of the two would
 * be lost without a word. Stops at the first error of syntax. Depth costs memory and never the call stack.
 */
export class JsonDocuments {
  readonly #lists: ReadonlyMap<string, Path>
  readonly #deepestList: number
  readonly #listener: DocumentsListener
  readonly #tokens = new Tokenizer({ separator: '' })
  readonly #encoding = new TextDecoder('utf-8', { fatal: true })
  readonly #open: Open[] = []
  #expect: Expect = 'value'
  #chunk: Uint8Array = new Uint8Array()
  /** Where the chunk begins in the input: its byte, its line and the characters before it in that line. */
  #start = { byte: 0, line: 1, column: 0 }
  #keptFrom = 0
  #isInRows = false
  /** 0 between documents. */
  #documentLine = 0
  failed = false

  constructor(lists: readonly Path[], listener: DocumentsListener) {
    this.#lists = new Map(lists.map((path) => [path.join('\n'), path]))
    this.#deepestList = Math.max(0, ...lists.map((path) => path.length))
    this.#listener = listener
    this.#tokens.onToken = ({ token, value, offset }) => this.#take(token, value, offset)
    // Thrown below, so that nothing after the error is read.
    this.#tokens.onError = (error) => {
      throw error
    }
  }

  push(bytes: Uint8Array): void {
    if (this.failed) return
    // The tokenizer does not count a byte order mark.
    const chunk = this.#start.byte === 0 && byteOrderMark.every((byte, at) => bytes[at] === byte) ? bytes.subarray(3) : bytes
    this.#chunk = chunk
    try {
      this.#encoding.decode(chunk, { stream: true })
    } catch {
      return this.#fail({ code: 'not-utf8' })
    }
    this.#read(() => this.#tokens.write(chunk))
    this.#start = this.#placeOf(this.#start.byte + chunk.length)
    if (this.#start.byte - this.#keptFrom > pieceLimit) this.#fail({ code: 'too-large', limit: pieceLimit })
  }

  /** To be called when all bytes have been pushed. */
  end(): void {
    if (this.failed) return
    this.#chunk = new Uint8Array()
    this.#read(() => this.#tokens.isEnded || this.#tokens.end())
    if (!this.failed && this.#open.length > 0) this.#failAt(this.#start.byte)
  }

  #read(work: () => unknown): void {
    try {
      work()
    } catch (error) {
      if (this.failed) return
      if (!(error instanceof TokenizerError)) throw error
      const [, position] = /absolute position "(\d+)"/.exec(error.message) ?? []
      this.#failAt(position === undefined ? this.#start.byte : Number(position))
    }
  }

  #take(token: TokenType, value: unknown, offset: number): void {
    if (this.#accepts(token, value, offset)) return
    this.#failAt(offset)
    throw new Error('unexpected token')
  }

  /** False where the token may not stand. */
  #accepts(token: TokenType, value: unknown, offset: number): boolean {
    const expect = this.#expect
    switch (token) {
      case TokenType.LEFT_BRACE:
        return isValue(expect) && this.#enter({}, 'key-or-end', offset)
      case TokenType.LEFT_BRACKET:
        return isValue(expect) && this.#enter([], 'value-or-end', offset)
      case TokenType.RIGHT_BRACE:
        return this.#leave(false, expect === 'comma-or-end' || expect === 'key-or-end', offset)
      case TokenType.RIGHT_BRACKET:
        return this.#leave(true, expect === 'comma-or-end' || expect === 'value-or-end', offset)
      case TokenType.COLON:
        return this.#move(expect === 'colon', 'value')
      case TokenType.COMMA:
        return this.#move(expect === 'comma-or-end', Array.isArray(this.#open.at(-1)?.container) ? 'value' : 'key')
      case TokenType.STRING:
        if (expect === 'key' || expect === 'key-or-end') return this.#takeKey(String(value))
        return isValue(expect) && this.#takeValue(value, offset)
      default:
        return isValue(expect) && this.#takeValue(value, offset)
    }
  }

  #move(allowed: boolean, next: Expect): boolean {
    if (allowed) this.#expect = next
    return allowed
  }

  #enter(container: Container, expect: Expect, offset: number): boolean {
    this.#begin(offset)
    const mayHoldRows = Array.isArray(container) && !this.#isInRows && this.#open.length <= this.#deepestList
    const rows = mayHoldRows ? (this.#lists.get(this.#path().join('\n')) ?? null) : null
    if (rows !== null) this.#isInRows = true
    this.#open.push({ container, rows, step: 0 })
    this.#expect = expect
    return true
  }

  #leave(isList: boolean, allowed: boolean, offset: number): boolean {
    const top = this.#open.at(-1)
    if (!allowed || top === undefined || Array.isArray(top.container) !== isList) return false
    this.#open.pop()
    if (top.rows !== null) this.#isInRows = false
    return this.#takeValue(top.container, offset)
  }

  #takeKey(key: string): boolean {
    const top = this.#open.at(-1)
    if (top === undefined) return false
    top.step = key
    if (Object.hasOwn(top.container, key)) this.#listener.onFault({ area: 'input', path: this.#path(), fault: { code: 'duplicate-key' } })
    this.#expect = 'colon'
    return true
  }

  #takeValue(value: unknown, offset: number): boolean {
    const top = this.#open.at(-1)
    if (top === undefined) return this.#endDocument(value, offset)
    this.#expect = 'comma-or-end'
    if (!Array.isArray(top.container)) {
      // A plain assignment to this one key would change what the object inherits from.
      if (top.step === '__proto__')
        Object.defineProperty(top.container, top.step, { value, enumerable: true, configurable: true, writable: true })
      else top.container[top.step] = value
      return true
    }
    if (top.rows === null) top.container.push(value)
    else {
      this.#listener.onRow(top.rows, Number(top.step), value)
      this.#keptFrom = offset
    }
    top.step = Number(top.step) + 1
    return true
  }

  #endDocument(value: unknown, offset: number): boolean {
    this.#begin(offset)
    this.#listener.onDocument(value, this.#documentLine)
    this.#expect = 'value'
    this.#keptFrom = offset
    this.#documentLine = 0
    return true
  }

  #path(): Path {
    return this.#open.map(({ step }) => step)
  }

  /** Remembers where a document begins. */
  #begin(offset: number): void {
    if (this.#documentLine === 0) this.#documentLine = this.#placeOf(offset).line
  }

  /** A byte that is not before the chunk; one before it counts as its beginning. */
  #placeOf(byte: number): { byte: number; line: number; column: number } {
    let { line, column } = this.#start
    for (const each of this.#chunk.subarray(0, Math.max(0, byte - this.#start.byte))) {
      if (each === 0x0a) {
        line += 1
        column = 0
      } else if (each < 0x80 || each >= 0xc0) column += 1
    }
    return { byte, line, column }
  }

  #failAt(byte: number): void {
    const { line, column } = this.#placeOf(byte)
    this.#fail({ code: 'not-json', line, column: column + 1 })
  }

  #fail(fault: InputFault): void {
    this.failed = true
    this.#listener.onFault({ area: 'input', path: [], fault })
  }
}

const byteOrderMark: readonly number[] = [0xef, 0xbb, 0xbf]
const isValue = (expect: Expect) => expect === 'value' || expect === 'value-or-end'
