import { useEffect } from 'react'
import { requestHeaders } from './request.ts'

const worker = '/service-worker.js'
const keptFor = 'kado.kept-for'
/** Every page needs to know who is signed in. */
const always = ['/api/session']
let paused = false

/**
 * Makes the page that is open readable without a line: its answers (paths of reads and files), and the files of the
 * program that have been loaded so far. Does nothing where the browser has no service workers.
 */
export function useKeepOffline(answers: readonly string[]): void {
  const asked = answers.join('\n')
  useEffect(() => {
    if (!('serviceWorker' in navigator)) return
    // Pictures and late parts of the page come after its words.
    const timer = setTimeout(() => void keep(asked.split('\n')).catch(() => undefined), 1_500)
    return () => clearTimeout(timer)
  }, [asked])
}

async function keep(answers: readonly string[]): Promise<void> {
  await navigator.serviceWorker.register(worker)
  const { active } = await navigator.serviceWorker.ready
  const loaded = performance.getEntriesByType('resource').map((entry) => new URL(entry.name))
  const assets = loaded.filter((url) => url.origin === location.origin && url.pathname.startsWith('/assets/')).map((url) => url.pathname)
  const headers = { accept: 'application/json', ...requestHeaders() }
  if (!paused) active?.postMessage({ kind: 'keep', assets: [...new Set(assets)], answers: [...always, ...answers], headers })
}

/** Breaks off what is being kept and keeps nothing more until the answer is called; before a sign-out, which may fail. */
export async function pauseKeeping(): Promise<() => void> {
  paused = true
  const registration = 'serviceWorker' in navigator ? await navigator.serviceWorker.getRegistration() : undefined
  registration?.active?.postMessage({ kind: 'stop' })
  return () => {
    paused = false
  }
}

/** Forgets every page that was kept; at sign-out, as the device may be shared. */
export async function forgetKeptPages(): Promise<void> {
  localStorage.removeItem(keptFor)
  if (!('caches' in window)) return
  // The service worker holds the lock while it puts things away, so nothing comes back afterwards.
  await navigator.locks.request('kado-kept', async () => Promise.all((await caches.keys()).map((name) => caches.delete(name))))
}

/** What was kept for one person is never shown to the next on the same device. */
export function useKeptPagesOf(accountId: string | null): void {
  useEffect(() => {
    if (accountId === null || localStorage.getItem(keptFor) === accountId) return
    void forgetKeptPages().then(() => localStorage.setItem(keptFor, accountId))
  }, [accountId])
}
