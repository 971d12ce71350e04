import { isUtf8 } from 'node:buffer'
import { Readable, pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { CliFault, InputFault } from './faults.ts'
import { JsonDocuments } from './json-documents.ts'

/** Bytes of a document that are read at most; a million payments fit. */
const inputLimit = 400 * 1024 * 1024

/** Bytes up to which keys are looked at twice; longer documents are made by programs, which do not write a key twice. */
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

type ParsedDocument = { readonly ok: true; readonly document: unknown } | { readonly ok: false; readonly faults: readonly CliFault[] }

/** JSON of bytes in UTF-8, with or without a byte-order mark. Keys written twice are faults, because one of the two would be lost silently. */
export function parseDocument(bytes: Uint8Array | null): ParsedDocument {
  if (bytes === null) return refused({ code: 'too-large', limit: inputLimit })
  if (bytes.length > scanLimit) {
    const whole = isUtf8(bytes) ? parsedOrNull(bytes) : null
    if (whole) return { ok: true, document: whole.document }
  }
  const faults: CliFault[] = []
  const documents: unknown[] = []
  const reader = new JsonDocuments([], {
    onRow: () => undefined,
    onDocument: (value) => documents.push(value),
    onFault: (fault) => faults.push(fault),
  })
  reader.push(bytes)
  reader.end()
  if (faults.length > 0) return { ok: false, faults }
  if (documents.length === 0) return refused({ code: 'empty-input' })
  return documents.length === 1 ? { ok: true, document: documents[0] } : refused({ code: 'several-documents' })
}

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b
}

function parsedOrNull(bytes: Uint8Array): { readonly document: unknown } | null {
  try {
    return {
      document: JSON.parse(
        Buffer.from(bytes)
          .toString()
          .replace(/^\ufeff/, ''),
      ),
    }
  } catch {
    return null
  }
}

function refused(fault: InputFault): ParsedDocument {
  return { ok: false, faults: [{ area: 'input', path: [], fault }] }
}
