import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'
import { Failure } from '../action.ts'
import { raisedTimes } from '../auth/limits.ts'
import type { Database } from '../db/db.ts'

const windowMilliseconds = 60_000
const mostAddresses = 10_000
/** An address may be a whole room, whose people are counted each by their own session or browser. */
const addressTimes = 10

interface RequestLimits {
  database: Database
  perMinute: number
  /** The session or browser that a request comes from, if its cookie is ours. */
  askerOf(cookieHeader: string | undefined): string | null
}

/**
 * Requests a minute, counted by this process: so many for one session or browser and for an address that shows neither, and
 * ten times as many for an address with all that is behind it.
 */
export async function limitRequests(server: FastifyInstance, { database, perMinute, askerOf }: RequestLimits): Promise<void> {
  const addresses = new Map<string, { count: number; until: number }>()
  server.addHook('onRequest', async ({ ip }) => {
    const now = Date.now()
    const known = addresses.get(ip)
    const seen = known && known.until > now ? known : { count: 0, until: now + windowMilliseconds }
    if (addresses.size >= mostAddresses) addresses.clear()
    addresses.set(ip, seen)
    seen.count++
    const most = perMinute * addressTimes
    if (seen.count <= most) return
    const raised = await database.pool.query('select from platform.raised_limit where address = $1 and until > now()', [ip])
    if (raised.rowCount === 0 || seen.count > most * raisedTimes) throw new Failure('too-many-requests')
  })
  await server.register(rateLimit, {
    max: perMinute,
    timeWindow: windowMilliseconds,
    keyGenerator: (request) => askerOf(request.headers.cookie) ?? request.ip,
    errorResponseBuilder: () => new Failure('too-many-requests'),
  })
}
