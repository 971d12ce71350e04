import { useEffect, useState } from 'react'

/** 32 random bytes as 43 characters: the secret of a link. It leaves this page only in the link and, hashed, in the request's record. */
export function newSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

/** The secret stands behind `#`, which no browser sends: neither a server's log nor the next site ever sees it. */
export const linkWithSecret = (path: string, secret: string): string => `${path}#${secret}`

const behindHash = /^#([A-Za-z0-9_-]{43})$/
// Links of before had it in the path, and are good for two weeks.
const inPath = /^(\/invitation\/[^/]+|\/reset-password)\/([A-Za-z0-9_-]{43})$/
const keptAs = (path: string): string => `kado.secret ${path}`

/** Takes the secret out of the address, so that it is in no history, and keeps it in this tab for the page of that path. */
export function takeSecretFromAddress(): void {
  const [, oldPath, oldSecret] = inPath.exec(location.pathname) ?? []
  const secret = oldSecret ?? behindHash.exec(location.hash)?.[1]
  if (secret === undefined) return
  const path = oldPath ?? location.pathname
  sessionStorage.setItem(keptAs(path), secret)
  history.replaceState(history.state, '', `${path}${location.search}`)
}

/** The secret with which this page was opened, before or after signing in; the empty string without one. */
export function useSecretOfLink(): string {
  const read = () => sessionStorage.getItem(keptAs(location.pathname)) ?? ''
  const [secret, setSecret] = useState(read)
  useEffect(() => {
    const take = (): void => {
      takeSecretFromAddress()
      setSecret(read())
    }
    window.addEventListener('hashchange', take)
    return () => window.removeEventListener('hashchange', take)
  }, [])
  return secret
}
