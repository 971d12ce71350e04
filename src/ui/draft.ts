const prefix = 'kado.draft.'

/** What was typed and not sent, kept on this device. Null when there is nothing or it no longer fits. */
export function readDraft<Values extends object>(key: string, initial: Values): Values | null {
  const text = localStorage.getItem(prefix + key)
  if (text === null) return null
  try {
    const stored: unknown = JSON.parse(text)
    if (typeof stored !== 'object' || stored === null) return null
    const known = Object.entries(stored).filter(([name]) => Object.hasOwn(initial, name))
    return { ...initial, ...Object.fromEntries(known) }
  } catch {
    return null
  }
}

export function writeDraft(key: string, values: object): void {
  try {
    localStorage.setItem(prefix + key, JSON.stringify(values))
  } catch {
    // A full or forbidden store costs the draft, not the form.
  }
}

export function forgetDraft(key: string): void {
  localStorage.removeItem(prefix + key)
}

/** Removes every draft of this device; done at sign-out, as the device may be shared. */
export function forgetAllDrafts(): void {
  for (const key of Object.keys(localStorage).filter((each) => each.startsWith(prefix))) localStorage.removeItem(key)
}
