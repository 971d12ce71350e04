import { currentProgrammeId } from './membership.ts'
import { Refusal, request, unreachable } from './request.ts'
import { uniqueId } from './unique-id.ts'
import { endUpload, keepUpload } from './upload-list.ts'

/** A file that the server has in full. */
export type UploadedFile = { id: string; name: string; byteCount: number }

const chunkBytes = 524_288
const mostFailuresInARow = 12
const longestWaitMilliseconds = 15_000

type UploadProgress = { share: number; waiting: boolean }

function numberIn(body: unknown, name: string): number {
  const value: unknown = typeof body === 'object' && body !== null ? Object.entries(body).find(([key]) => key === name)?.[1] : null
  if (typeof value !== 'number') throw new Refusal('internal', 0)
  return value
}

function idIn(body: unknown): string {
  if (typeof body === 'object' && body !== null && 'id' in body && typeof body.id === 'string') return body.id
  throw new Refusal('internal', 0)
}

/** Browsers reckon a digest only on a page that came by https, or from this machine. */
const mayReckonDigests = (): boolean => typeof globalThis.crypto.subtle === 'object'

async function sha256Of(file: File): Promise<string> {
  if (!mayReckonDigests()) throw new Refusal('file-without-https', 0)
  const hash = await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

async function begin(file: File, sha256: string, signal: AbortSignal): Promise<{ id: string; received: number }> {
  const body = await request('/api/platform/files', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: file.name, byteCount: file.size, sha256 }),
    signal,
  })
  return { id: idIn(body), received: numberIn(body, 'receivedByteCount') }
}

async function sendPiece(file: File, id: string, start: number, signal: AbortSignal): Promise<number> {
  const body = await request(`/api/platform/files/${id}?start=${start}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/octet-stream' },
    body: file.slice(start, start + chunkBytes),
    signal,
  })
  return numberIn(body, 'receivedByteCount')
}

/** Waits until the network returns or the time is up, whichever is first. */
function untilOnline(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = new AbortController()
    const finish = (): void => {
      stop.abort()
      clearTimeout(timer)
      resolve()
    }
    const timer = setTimeout(finish, milliseconds)
    window.addEventListener('online', finish, { signal: stop.signal })
    signal.addEventListener(
      'abort',
      () => {
        finish()
        reject(signal.reason)
      },
      { signal: stop.signal },
    )
  })
}

// The server may have more of the file than we know (`file-offset`), or none that we can reach.
function isInterrupted(error: unknown): boolean {
  return error instanceof Refusal && (error.code === unreachable || error.code === 'file-offset' || error.code === 'unavailable')
}

/** Sends a file in pieces; after a lost line it goes on where the server stopped. Throws a Refusal when it is not accepted. */
export async function uploadFile(file: File, onProgress: (progress: UploadProgress) => void, signal: AbortSignal): Promise<UploadedFile> {
  const about = { key: uniqueId(), name: file.name, href: `${location.pathname}${location.search}` }
  const tell = (progress: UploadProgress): void => {
    keepUpload({ ...about, ...progress })
    onProgress(progress)
  }
  tell({ share: 0, waiting: false })
  return sendWhole(file, tell, signal).finally(() => endUpload(about.key))
}

async function sendWhole(file: File, onProgress: (progress: UploadProgress) => void, signal: AbortSignal): Promise<UploadedFile> {
  const sha256 = await sha256Of(file)
  let failures = 0
  for (;;) {
    try {
      const { id, received } = await begin(file, sha256, signal)
      let sent = received
      while (sent < file.size) {
        onProgress({ share: sent / file.size, waiting: false })
        sent = await sendPiece(file, id, sent, signal)
        failures = 0
      }
      return { id, name: file.name, byteCount: file.size }
    } catch (error) {
      failures += 1
      if (!isInterrupted(error) || failures > mostFailuresInARow) throw error
      onProgress({ share: 0, waiting: true })
      await untilOnline(Math.min(1000 * 2 ** failures, longestWaitMilliseconds), signal)
    }
  }
}

/** Where a file can be saved from; the programme is in the address, as a link carries no header. */
export function fileHref(id: string): string {
  const programmeId = currentProgrammeId()
  return `/api/platform/files/${id}${programmeId === null ? '' : `?programme=${programmeId}`}`
}
