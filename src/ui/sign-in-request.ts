import { useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()
let asked = false

function change(next: boolean): void {
  asked = next
  for (const listener of listeners) listener()
}

/** Opens the sign-in over the page, so that nothing on it is lost. */
export const askToSignIn = (): void => change(true)
export const endSignIn = (): void => change(false)

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useSignInAsked(): boolean {
  return useSyncExternalStore(subscribe, () => asked)
}
