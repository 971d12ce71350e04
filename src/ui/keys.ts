/** What an input method takes for itself: while it converts, and the Enter that ends it, which Safari sends afterwards as key 229. */
export function isConverting(event: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean {
  return event.isComposing || event.keyCode === 229
}
