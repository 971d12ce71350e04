import { formatLanguage, isLanguage, type Language, setLanguage } from './language.ts'
import { loadLanguage } from './messages.ts'

const storageKey = 'kado.language'

let asked: Language

/** Shows a language once its words are there; a later choice overtakes an earlier one. Without a line to fetch them the last one stays. */
async function show(language: Language): Promise<void> {
  asked = language
  await loadLanguage(language)
  if (asked !== language) return
  setLanguage(language)
  document.documentElement.lang = formatLanguage(language)
  document.documentElement.dataset['language'] = language
}

/** Shows the language that was chosen on this device, and follows the choice of pages that are open beside this one. */
export async function beginInChosenLanguage(): Promise<void> {
  window.addEventListener('storage', ({ key, newValue }) => {
    if (key === storageKey && isLanguage(newValue)) void show(newValue).catch(() => undefined)
  })
  const stored = localStorage.getItem(storageKey)
  await show(isLanguage(stored) ? stored : 'ja').catch(() => show('ja'))
}

const chosenKey = 'kado.language-chosen'

/** Notes that somebody who is not signed in chose this language: it goes with them through the sign-in. */
export function noteChoice(language: Language): void {
  sessionStorage.setItem(chosenKey, language)
}

/** What was chosen before the sign-in, once. */
export function takeChoice(): Language | null {
  const chosen = sessionStorage.getItem(chosenKey)
  sessionStorage.removeItem(chosenKey)
  return isLanguage(chosen) ? chosen : null
}

/** Changes the language of every screen at once and remembers it on this device. */
export function switchLanguage(language: Language): void {
  localStorage.setItem(storageKey, language)
  void show(language).catch(() => undefined)
}
