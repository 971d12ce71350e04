import { saveFile } from '../../ui/save-file.ts'

type FileOfBytes = { name: string; mediaType: string; base64: string }

/** Gives bytes that came as base64 to the reader as a file, without any change. */
export function saveBytes(file: FileOfBytes): void {
  const bytes = Uint8Array.from(atob(file.base64), (letter) => letter.charCodeAt(0))
  saveFile(file.name, bytes, file.mediaType)
}
