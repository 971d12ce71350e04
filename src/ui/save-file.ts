/** Safari begins to read what is saved after the press is over; a minute is enough for the largest file, and the tab is not full of them. */
const keptMilliseconds = 60_000

/** Gives a text or bytes to the reader as a file. */
export function saveFile(name: string, content: BlobPart, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }))
  const anchor = document.createElement('a')
  anchor.href = url
  anchor.download = name
  anchor.click()
  setTimeout(() => URL.revokeObjectURL(url), keptMilliseconds)
}
