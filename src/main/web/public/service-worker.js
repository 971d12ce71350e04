// Keeps what a page asks for, so that it can be read without a line. Nothing is kept unasked, and signing out empties it.
const shell = 'kado-shell'
const kept = 'kado-kept'
const mostKept = 300

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

let keeping = new AbortController()

self.addEventListener('message', (event) => {
  const { kind, ...wanted } = event.data ?? {}
  if (kind === 'keep') event.waitUntil(keepAlone(wanted, keeping.signal))
  if (kind !== 'stop') return
  keeping.abort()
  keeping = new AbortController()
})

/** One page after the other, and never while a page empties what is kept. */
async function keepAlone(wanted, signal) {
  await self.navigator.locks.request(kept, () => keep(wanted, signal).catch(() => undefined))
}

/** Fetches a page's files and answers once more and puts them away. A file that cannot be had now leaves the others. */
async function keep({ assets, answers, headers }, signal) {
  await keepShell(signal)
  const [files, data] = [await caches.open(shell), await caches.open(kept)]
  await Promise.allSettled(assets.map(async (url) => (await files.match(url)) ?? files.add(new Request(url, { signal }))))
  await Promise.allSettled(
    answers.map(async (url) => {
      const answer = await fetch(url, { headers, credentials: 'same-origin', signal })
      if (answer.ok) await data.put(url, answer)
    }),
  )
  const all = await data.keys()
  await Promise.all(all.slice(0, Math.max(0, all.length - mostKept)).map((request) => data.delete(request)))
}

/** A new build has other files, so those of the build before go with its page. */
async function keepShell(signal) {
  const fresh = await fetch('/', { credentials: 'same-origin', cache: 'no-cache', signal })
  if (!fresh.ok) return
  const before = await (await caches.open(shell)).match('/')
  if (before && (await before.text()) !== (await fresh.clone().text())) await caches.delete(shell)
  await (await caches.open(shell)).put('/', fresh)
}

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return
  if (request.mode === 'navigate' && !url.pathname.startsWith('/api/')) event.respondWith(withoutLine(request, shell, '/'))
  else if (url.pathname.startsWith('/assets/'))
    event.respondWith(caches.match(request, { cacheName: shell }).then((found) => found ?? fetch(request)))
  else if (url.pathname.startsWith('/api/')) event.respondWith(withoutLine(request, kept, request.url))
})

/** The server's answer whenever it can be reached; what was kept only without a line. */
async function withoutLine(request, cacheName, key) {
  try {
    return await fetch(request)
  } catch (error) {
    const found = await caches.match(key, { cacheName, ignoreVary: true })
    if (found) return found
    throw error
  }
}
