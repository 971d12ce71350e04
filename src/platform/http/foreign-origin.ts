import type { FastifyRequest } from 'fastify'
import { Failure } from '../action.ts'

/** Addresses that are told of, so that strangers cannot fill the log. */
const mostTold = 20

interface OriginParts {
  /** The address that people open. */
  baseUrl: string | null
  /** Told once of each other address whose pages were refused although the browser calls them the same site. */
  onOtherAddress(seen: { origin: string; host: string; expected: string | null }): void
}

/**
 * A browser says where a request comes from; a write from another site is refused (ASVS 5.0, 3.5.1). Where the browser itself says that page
 * and server are one, but neither the host that arrived nor the address that was set is that of the page, a proxy in front has changed the
 * host: that is said by its own name, because nobody could sign in and nobody would know why.
 */
export function originCheck({ baseUrl, onOtherAddress }: OriginParts): (request: FastifyRequest) => Promise<void> {
  const told = new Set<string>()
  return async ({ method, headers, host }) => {
    if (method === 'GET' || method === 'HEAD') return
    const { origin } = headers
    const site = headers['sec-fetch-site']
    // A page without an address of its own (a sandboxed frame, a file) sends the origin `null`; that is no URL and never ours.
    const own = origin === undefined || origin === baseUrl || (URL.canParse(origin) && new URL(origin).host === host)
    const isSameSite = site === undefined || site === 'same-origin' || site === 'none'
    if (own && isSameSite) return
    // Over plain http browsers do not say which site it is.
    const isForeign = site === 'cross-site' || site === 'same-site' || site === 'none'
    if (isForeign || origin === undefined || !URL.canParse(origin)) throw new Failure('not-permitted')
    if (told.size < mostTold && !told.has(origin)) {
      told.add(origin)
      onOtherAddress({ origin, host, expected: baseUrl })
    }
    throw new Failure('other-address')
  }
}
