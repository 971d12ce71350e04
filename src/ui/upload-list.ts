import { useSyncExternalStore } from 'react'

/** A file on its way to the server, and the page on which it was chosen. */
type UploadUnderWay = { key: string; name: string; share: number; waiting: boolean; href: string }

const listeners = new Set<() => void>()
let uploads: readonly UploadUnderWay[] = []

function change(next: readonly UploadUnderWay[]): void {
  uploads = next
  for (const listener of listeners) listener()
}

/** Lists an upload until it ends. */
export function keepUpload(upload: UploadUnderWay): void {
  change([...uploads.filter((each) => each.key !== upload.key), upload])
}

export function endUpload(key: string): void {
  change(uploads.filter((each) => each.key !== key))
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The uploads of this window, so that one can leave the page where a file was chosen and find it again. */
export function useUploadsUnderWay(): readonly UploadUnderWay[] {
  return useSyncExternalStore(subscribe, () => uploads)
}
