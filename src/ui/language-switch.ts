import { formatLanguage, isLanguage, type Language, setLanguage } from './language.ts'

const storageKey = 'kado.language'

// Outside of a browser, where pages are only looked at, there is no document.
if (typeof document !== 'undefined') {
  const stored = localStorage.getItem(storageKey)
  show(isLanguage(stored) ? stored : 'ja')
  // Pages that are open beside this one follow its choice.
  window.addEventListener('storage', ({ key, newValue }) => {
    if (key === storageKey && isLanguage(newValue)) show(newValue)
  })
}

function show(language: Language): void {
  setLanguage(language)
  document.documentElement.lang = formatLanguage(language)
  document.documentElement.dataset['language'] = language
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
  show(language)
}
