import { closeSync, openSync, readSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const require = createRequire(import.meta.url)

function packageFolder(name: string): string {
  return dirname(require.resolve(`${name}/package.json`))
}

const bizFolder = packageFolder('@expo-google-fonts/biz-udpgothic')
const notoFolder = packageFolder('@expo-google-fonts/noto-sans-jp')

/** The folders the compiler reads fonts from; earlier folders win over the fonts of the machine. */
export const fontFolders: readonly string[] = [
  join(bizFolder, '400Regular'),
  join(bizFolder, '700Bold'),
  join(notoFolder, '400Regular'),
  join(notoFolder, '700Bold'),
]

/** For each weight the faces in the order in which the templates ask for them. */
const faces: readonly (readonly string[])[] = [
  [join(bizFolder, '400Regular', 'BIZUDPGothic_400Regular.ttf'), join(notoFolder, '400Regular', 'NotoSansJP_400Regular.ttf')],
  [join(bizFolder, '700Bold', 'BIZUDPGothic_700Bold.ttf'), join(notoFolder, '700Bold', 'NotoSansJP_700Bold.ttf')],
]

const codePointCount = 0x110000

// One bit for each code point: 136 KiB, where a Set of 30,000 numbers takes over a megabyte.
let printable: Uint8Array | null = null

/** True when both weights have a glyph for the code point in BIZ UDPGothic or Noto Sans JP. */
export function hasGlyph(codePoint: number): boolean {
  printable ??= readPrintable()
  return ((printable[codePoint >> 3] ?? 0) & (1 << (codePoint & 7))) !== 0
}

function readPrintable(): Uint8Array {
  const all = new Uint8Array(codePointCount / 8).fill(0xff)
  for (const files of faces) {
    const weight = new Uint8Array(codePointCount / 8)
    for (const file of files) markGlyphs(readCharacterMap(file), weight)
    for (let at = 0; at < all.length; at += 1) all[at] = (all[at] ?? 0) & (weight[at] ?? 0)
  }
  return all
}

/** The `cmap` table of a TrueType file. Only the directory and the table are read, not the megabytes of outlines. */
function readCharacterMap(file: string): DataView {
  const handle = openSync(file, 'r')
  try {
    const tableCount = readAt(handle, 4, 2).getUint16(0)
    const directory = readAt(handle, 12, tableCount * 16)
    for (let at = 0; at < directory.byteLength; at += 16) {
      if (directory.getUint32(at) !== 0x636d6170) continue
      return readAt(handle, directory.getUint32(at + 8), directory.getUint32(at + 12))
    }
    throw new Error(`font without a character map: ${file}`)
  } finally {
    closeSync(handle)
  }
}

function readAt(handle: number, position: number, length: number): DataView {
  const bytes = new Uint8Array(length)
  readSync(handle, bytes, 0, length, position)
  return new DataView(bytes.buffer)
}

/** Marks what the Unicode subtables map. Formats 4 and 12 are the two that text layout uses (OpenType, `cmap`). */
function markGlyphs(map: DataView, marks: Uint8Array): void {
  const subtableCount = map.getUint16(2)
  for (let index = 0; index < subtableCount; index += 1) {
    const start = map.getUint32(4 + index * 8 + 4)
    const format = map.getUint16(start)
    if (format === 4) markSegments(map, start, marks)
    if (format === 12) markGroups(map, start, marks)
  }
}

function mark(marks: Uint8Array, codePoint: number): void {
  marks[codePoint >> 3] = (marks[codePoint >> 3] ?? 0) | (1 << (codePoint & 7))
}

function markSegments(map: DataView, start: number, marks: Uint8Array): void {
  const doubleCount = map.getUint16(start + 6)
  for (let at = 0; at < doubleCount; at += 2) {
    const last = map.getUint16(start + 14 + at)
    const first = map.getUint16(start + 16 + doubleCount + at)
    const delta = map.getUint16(start + 16 + doubleCount * 2 + at)
    const rangeAt = start + 16 + doubleCount * 3 + at
    const range = map.getUint16(rangeAt)
    for (let code = first; code <= last && code < 0xffff; code += 1) {
      const glyphAt = rangeAt + range + (code - first) * 2
      const raw = range === 0 ? code : map.getUint16(glyphAt)
      if (raw !== 0 && ((raw + delta) & 0xffff) !== 0) mark(marks, code)
    }
  }
}

function markGroups(map: DataView, start: number, marks: Uint8Array): void {
  const groupCount = map.getUint32(start + 12)
  for (let index = 0; index < groupCount; index += 1) {
    const at = start + 16 + index * 12
    const first = map.getUint32(at)
    const last = map.getUint32(at + 4)
    const firstGlyph = map.getUint32(at + 8)
    for (let code = first; code <= last && code < codePointCount; code += 1) {
      if (firstGlyph + code - first !== 0) mark(marks, code)
    }
  }
}
