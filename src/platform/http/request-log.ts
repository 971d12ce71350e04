import type { FastifyInstance } from 'fastify'
import { log } from '../log.ts'
import type { OperatorWords } from './request.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * One event for each answer, and its id in a header. The route stands for the address, which could hold what somebody typed. Once it is said that
 * a proxy tells addresses and nobody believes them, because all people then share one limit.
 */
export function logRequests(
  server: FastifyInstance,
  { trustsProxy, says }: { trustsProxy: boolean; says: OperatorWords | undefined },
): void {
  let isProxySeen = false
  // Without a keeper, as in a test, nobody reads a log.
  const isKept = says !== undefined
  server.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
    if (!isKept || trustsProxy || isProxySeen || request.headers['x-forwarded-for'] === undefined) return
    isProxySeen = true
    log('warn', 'untrusted-proxy', { message: says?.untrustedProxy })
  })
  server.addHook('onResponse', async (request, reply) => {
    if (!isKept) return
    const tenant = request.headers['x-kado-programme']
    log(reply.statusCode >= 500 ? 'error' : 'info', 'request', {
      requestId: request.id,
      method: request.method,
      route: request.routeOptions.url ?? '*',
      status: reply.statusCode,
      durationMs: Math.round(reply.elapsedTime),
      tenant: typeof tenant === 'string' && uuid.test(tenant) ? tenant.toLowerCase() : null,
    })
  })
}
