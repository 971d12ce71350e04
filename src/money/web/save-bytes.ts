type FileOfBytes = { name: string; mediaType: string; base64: string }

/** Gives bytes that came as base64 to the reader as a file, without any change. */
export function saveBytes(file: FileOfBytes): void {
  const bytes = Uint8Array.from(atob(file.base64), (letter) => letter.charCodeAt(0))
  const url = URL.createObjectURL(new Blob([bytes], { type: file.mediaType }))
  const anchor = document.createElement('a')
  anchor.href = url
  anchor.download = file.name
  anchor.click()
  URL.revokeObjectURL(url)
}
