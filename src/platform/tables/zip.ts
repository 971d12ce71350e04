import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { constants, crc32, createDeflateRaw, deflateRawSync } from 'node:zlib'

interface Entry {
  name: Buffer
  crc: number
  byteCount: number
  packed: Buffer
  at: number
}

type Pack = (pieces: Iterable<Uint8Array>) => readonly Buffer[] | Promise<readonly Buffer[]>

/** Packs in the threads of the process, so that the one that asks goes on with other work. */
export const packAside: Pack = async (pieces) => {
  const packed: Buffer[] = []
  await pipeline(Readable.from(pieces), createDeflateRaw(), async (parts: AsyncIterable<Buffer>) => {
    for await (const part of parts) packed.push(part)
  })
  return packed
}

/** Packs in the thread that asks, with its priority; each piece by itself, so they should be long (RFC 1951, 3.2: blocks follow one another). */
export const packHere: Pack = (pieces) => [
  ...Array.from(pieces, (piece) => deflateRawSync(piece, { finishFlush: constants.Z_SYNC_FLUSH })),
  deflateRawSync(''),
]

/**
 * A ZIP archive (PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16) whose entries are packed while they are written, so that only what
 * is packed is in memory. Entries have no date, so that the same content gives the same bytes.
 */
export class Zip {
  readonly #pack: Pack
  readonly #entries: Entry[] = []
  #parts: Buffer[] = []
  #length = 0

  constructor(pack: Pack) {
    this.#pack = pack
  }

  async add(path: string, pieces: Iterable<string | Uint8Array>): Promise<void> {
    let [crc, byteCount] = [0, 0]
    function* counted() {
      for (const piece of pieces) {
        const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece
        crc = crc32(bytes, crc)
        byteCount += bytes.length
        yield bytes
      }
    }
    const packed = Buffer.concat(await this.#pack(counted()))
    const entry = { name: Buffer.from(path), crc, byteCount, packed, at: this.#length }
    this.#entries.push(entry)
    this.#put(Buffer.concat([signature(0x04034b50), fields(entry), entry.name]))
    this.#put(entry.packed)
  }

  end(): Buffer {
    const begin = this.#length
    for (const entry of this.#entries) {
      const rest = Buffer.alloc(14)
      rest.writeUInt32LE(entry.at, 10)
      this.#put(Buffer.concat([signature(0x02014b50), u16(20), fields(entry), rest, entry.name]))
    }
    const end = Buffer.alloc(18)
    end.writeUInt16LE(this.#entries.length, 4)
    end.writeUInt16LE(this.#entries.length, 6)
    end.writeUInt32LE(this.#length - begin, 8)
    end.writeUInt32LE(begin, 12)
    this.#put(Buffer.concat([signature(0x06054b50), end]))
    return this.take()
  }

  /** The bytes that were written since it was asked last, to be sent on before the rest is made. */
  take(): Buffer {
    const bytes = Buffer.concat(this.#parts)
    this.#parts = []
    return bytes
  }

  #put(bytes: Buffer): void {
    this.#parts.push(bytes)
    this.#length += bytes.length
  }
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
const u16 = (value: number): Buffer => Buffer.from([value & 255, value >> 8])

/** What the head of an entry and its line in the directory have in common: version, flags (names are UTF-8), method, date, sums, length. */
function fields({ crc, packed, byteCount, name }: Entry): Buffer {
  const bytes = Buffer.alloc(26)
  bytes.writeUInt16LE(20, 0)
  bytes.writeUInt16LE(0x0800, 2)
  bytes.writeUInt16LE(8, 4)
  // 1980-01-01, the first day that there is.
  bytes.writeUInt16LE(0x21, 8)
  bytes.writeUInt32LE(crc >>> 0, 10)
  bytes.writeUInt32LE(packed.length, 14)
  bytes.writeUInt32LE(byteCount, 18)
  bytes.writeUInt16LE(name.length, 22)
  return bytes
}
