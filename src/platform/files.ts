import type { Proof } from './grants.ts'
import { createHash } from 'node:crypto'
import { newId } from './action.ts'
import type { Db } from './db/db.ts'

const largestFile = 10_485_760
export const largestChunk = 1_048_576

/** What may be uploaded: the name's ending, the type we serve it with and the first bytes it must have (-1: any). */
const kinds: Record<string, { mediaType: string; starts: readonly (readonly number[])[] }> = {
  pdf: { mediaType: 'application/pdf', starts: [[0x25, 0x50, 0x44, 0x46]] },
  png: { mediaType: 'image/png', starts: [[0x89, 0x50, 0x4e, 0x47]] },
  jpg: { mediaType: 'image/jpeg', starts: [[0xff, 0xd8, 0xff]] },
  jpeg: { mediaType: 'image/jpeg', starts: [[0xff, 0xd8, 0xff]] },
  // RIFF, four bytes of length, WEBP: sound and film begin with RIFF too.
  webp: { mediaType: 'image/webp', starts: [[0x52, 0x49, 0x46, 0x46, -1, -1, -1, -1, 0x57, 0x45, 0x42, 0x50]] },
  xlsx: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', starts: [[0x50, 0x4b, 3, 4]] },
  docx: { mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', starts: [[0x50, 0x4b, 3, 4]] },
  zip: { mediaType: 'application/zip', starts: [[0x50, 0x4b, 3, 4]] },
  csv: { mediaType: 'text/csv', starts: [] },
  txt: { mediaType: 'text/plain', starts: [] },
  json: { mediaType: 'application/json', starts: [] },
}

type FileRefusal = 'file-type' | 'file-too-large' | 'file-content' | 'file-offset' | 'file-incomplete'

const endingOf = (name: string): string => name.slice(name.lastIndexOf('.') + 1).toLowerCase()

/** Whether the bytes begin as the ending of the name says; a text holds no zero. */
function beginsLike(name: string, bytes: Buffer): boolean {
  const starts = kinds[endingOf(name)]?.starts ?? []
  const head = (start: readonly number[]) => start.every((byte, at) => byte === -1 || at >= bytes.length || bytes[at] === byte)
  return starts.length === 0 ? !bytes.includes(0) : starts.some(head)
}

interface Upload {
  id: string
  receivedByteCount: number
}

/** Begins an upload, or finds the one that the same person left unfinished, so that it resumes. */
export async function beginUpload(
  db: Db,
  programmeId: string,
  userId: string,
  file: { name: string; byteCount: number; sha256: string },
): Promise<Upload | FileRefusal> {
  const kind = kinds[endingOf(file.name)]
  if (!kind) return 'file-type'
  if (file.byteCount > largestFile) return 'file-too-large'
  const sha256 = Buffer.from(file.sha256, 'hex')
  const name = cleanName(file.name)
  const earlier = await db
    .selectFrom('platform.file')
    .select(['id', 'receivedByteCount'])
    .where('uploadedBy', '=', userId)
    .where('sha256', '=', sha256)
    .where('name', '=', name)
    .where('completedAt', 'is', null)
    .executeTakeFirst()
  if (earlier) return { id: earlier.id, receivedByteCount: earlier.receivedByteCount }
  const id = newId()
  await db
    .insertInto('platform.file')
    .values({ programmeId, id, name, mediaType: kind.mediaType, byteCount: file.byteCount, sha256, uploadedBy: userId })
    .execute()
  return { id, receivedByteCount: 0 }
}

/** Adds the next bytes. The last ones are checked against the announced hash and the file's type. */
export async function receiveChunk(
  db: Db,
  programmeId: string,
  userId: string,
  chunk: { id: string; start: number; bytes: Buffer },
): Promise<{ receivedByteCount: number; complete: boolean } | FileRefusal | null> {
  const file = await db
    .selectFrom('platform.file')
    .selectAll()
    .where('id', '=', chunk.id)
    .where('uploadedBy', '=', userId)
    .forUpdate()
    .executeTakeFirst()
  if (!file) return null
  if (file.completedAt !== null) return { receivedByteCount: file.byteCount, complete: true }
  if (chunk.start !== file.receivedByteCount) return 'file-offset'
  const received = chunk.start + chunk.bytes.length
  if (received > file.byteCount) return 'file-too-large'
  // The beginning tells the type: whoever sends something else hears it before the rest is on its way.
  if (chunk.start === 0 && !beginsLike(file.name, chunk.bytes)) return 'file-content'
  await db.insertInto('platform.file_chunk').values({ programmeId, fileId: chunk.id, startByte: chunk.start, bytes: chunk.bytes }).execute()
  const complete = received === file.byteCount
  if (complete) {
    const bytes = await bytesOf(db, chunk.id)
    if (!beginsLike(file.name, bytes) || (file.sha256 !== null && !createHash('sha256').update(bytes).digest().equals(file.sha256)))
      return 'file-content'
  }
  await db
    .updateTable('platform.file')
    .set({ receivedByteCount: received, ...(complete ? { completedAt: new Date().toISOString() } : {}) })
    .where('id', '=', chunk.id)
    .execute()
  return { receivedByteCount: received, complete }
}

export async function bytesOf(db: Db, fileId: string): Promise<Buffer> {
  const chunks = await db.selectFrom('platform.file_chunk').select('bytes').where('fileId', '=', fileId).orderBy('startByte').execute()
  return Buffer.concat(chunks.map((chunk) => chunk.bytes))
}

/** The files among `ids` that this person has uploaded completely; an action refuses when one is missing. */
export async function completeFiles(db: Db, userId: string | null, ids: readonly string[]): Promise<boolean> {
  if (ids.length === 0) return true
  const rows = await db
    .selectFrom('platform.file')
    .select('id')
    .where('id', 'in', ids)
    .where('uploadedBy', '=', userId ?? '')
    .where('completedAt', 'is not', null)
    .execute()
  return rows.length === new Set(ids).size
}

// Control characters, path separators and marks that turn the direction of reading (`gpj.exe` shown as `exe.jpg`) have no
// place in a name that goes into a header or onto a disk.
const cleanName = (name: string): string =>
  name
    .toWellFormed()
    .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069/\\:*?"<>|]/gu, '_')
    .slice(-200)
    .toWellFormed()

/** Who asks for a file, and when. */
export interface FileReader {
  userId: string
  now: Date
  proof?: Proof | undefined
}
let readers: ((db: Db, fileId: string, reader: FileReader) => Promise<boolean | null>)[] = []
/** An area says who may download a file of its records, by the roles of now; null when the file is in none of them. */
export const registerFileReader = (reader: (typeof readers)[number]): void => void (readers = [...readers, reader])

export async function readableFile(db: Db, fileId: string, asking: FileReader) {
  const file = await db
    .selectFrom('platform.file')
    .selectAll()
    .where('id', '=', fileId)
    .where('completedAt', 'is not', null)
    .executeTakeFirst()
  if (!file) return null
  const answers = []
  for (const reader of readers) answers.push(await reader(db, fileId, asking))
  if (answers.includes(true)) return file
  // What was uploaded and stands in no record yet is the uploader's own.
  return file.uploadedBy === asking.userId && !answers.includes(false) ? file : null
}
