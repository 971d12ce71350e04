import { createHash, randomUUID } from 'node:crypto'

/** Ids are made here, ordered by time (UUIDv7), so that any PostgreSQL ≥ 15 serves. */
export function newId(now: number = Date.now()): string {
  const random = randomUUID().replaceAll('-', '')
  const time = now.toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(13, 16)}-${random.slice(16, 20)}-${random.slice(20)}`
}

/** The id of what a text names, always the same (UUIDv8). */
export function idOf(text: string): string {
  const hash = createHash('sha256').update(text).digest('hex')
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}
