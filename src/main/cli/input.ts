import { Readable, pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { CliFault, InputFault } from './faults.ts'
import { scanJson } from './json-scan.ts'

/** Bytes of a document that are read at most; a million payments fit. */
export const inputLimit = 400 * 1024 * 1024

/** Characters up to which keys are looked at twice; longer documents are made by programs, which do not write a key twice. */
const scanLimit = 32 * 1024 * 1024

/** The input begins like gzip and cannot be unpacked. */
export class BrokenGzip extends Error {}

/** The bytes of a stream, unpacked where they are packed by gzip. */
export async function* unpacked(stream: AsyncIterable<Uint8Array | string>): AsyncGenerator<Uint8Array> {
  const source = stream[Symbol.asyncIterator]()
  let head = Buffer.alloc(0)
  let next = await source.next()
  for (; next.done !== true && head.length < 2; next = await source.next()) head = Buffer.concat([head, Buffer.from(next.value)])
  const whole = Readable.from(restOf(head, next, source))
  if (!isGzip(head)) return yield* whole
  const gunzip = createGunzip()
  // The loop below hears of every error; the pipeline only has to close both ends.
  pipeline(whole, gunzip, () => undefined)
  try {
    yield* gunzip
  } catch (cause) {
    throw isFromZlib(cause) ? new BrokenGzip('not gzip', { cause }) : cause
  }
}

async function* restOf(
  head: Buffer,
  next: IteratorResult<Uint8Array | string>,
  source: AsyncIterator<Uint8Array | string>,
): AsyncGenerator<Uint8Array> {
  yield head
  for (let one = next; one.done !== true; one = await source.next()) yield Buffer.from(one.value)
}

function isFromZlib(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && String(cause.code).startsWith('Z_')
}

/** Reads all of a stream, or null when it is longer than the limit. */
export async function readBytes(stream: AsyncIterable<Uint8Array>, limit = inputLimit): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of stream) {
    length += chunk.length
    if (length > limit) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

export type ParsedDocument =
  | { readonly ok: true; readonly document: unknown }
  | { readonly ok: false; readonly faults: readonly CliFault[] }

/** JSON of bytes in UTF-8, with or without a byte-order mark. Keys written twice are faults, because one of the two would be lost silently. */
export function parseDocument(bytes: Uint8Array | null): ParsedDocument {
  if (bytes === null) return refused({ code: 'too-large', limit: inputLimit })
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return refused({ code: 'not-utf8' })
  }
  if (text.trim() === '') return refused({ code: 'empty-input' })
  const large = text.length > scanLimit ? parsedOrNull(text) : null
  if (large) return { ok: true, document: large.document }
  const { badAt, duplicates } = scanJson(text)
  if (badAt !== null) return refused({ code: 'not-json', ...lineAndColumn(text, badAt) })
  if (duplicates.length > 0)
    return { ok: false, faults: duplicates.map((path) => ({ area: 'input', path, fault: { code: 'duplicate-key' } })) }
  const document: unknown = JSON.parse(text)
  return { ok: true, document }
}

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b
}

function parsedOrNull(text: string): { readonly document: unknown } | null {
  try {
    return { document: JSON.parse(text) }
  } catch {
    return null
  }
}

function refused(fault: InputFault): ParsedDocument {
  return { ok: false, faults: [{ area: 'input', path: [], fault }] }
}

/** Both from 1. */
function lineAndColumn(text: string, position: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, position)
  return { line: before.split('\n').length, column: position - before.lastIndexOf('\n') }
}
