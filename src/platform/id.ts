import { randomUUID } from 'node:crypto'

/** Ids are made here, ordered by time (UUIDv7), so that any PostgreSQL ≥ 15 serves. */
export function newId(now: number = Date.now()): string {
  const random = randomUUID().replaceAll('-', '')
  const time = now.toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(13, 16)}-${random.slice(16, 20)}-${random.slice(20)}`
}
