import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { Failure } from '../action.ts'
import { ownDataArchive } from '../own-data.ts'
import { archiveTurns } from '../tables/turns.ts'
import { programmeOf, type ServerParts } from './request.ts'

/**
 * `GET /api/platform/own-data.zip`: what the programme keeps about whoever is signed in. A link carries no header, so the programme may
 * stand in the query. Sent while it is made, one archive at a time.
 */
export function ownDataRoute(server: FastifyInstance, { database }: ServerParts): void {
  server.get<{ Querystring: { programme?: string } }>(
    '/api/platform/own-data.zip',
    { config: { parameters: ['programme'] } },
    async (request, reply) => {
      if (!request.signedIn) throw new Failure('unauthenticated')
      if (request.query.programme !== undefined) request.headers['x-kado-programme'] = request.query.programme
      const who = { programmeId: programmeOf(request), userId: request.signedIn.userId }
      const leave = await archiveTurns.enter()
      if (reply.raw.destroyed) return leave()
      reply.raw.once('close', leave)
      return reply
        .header('content-type', 'application/zip')
        .header('content-disposition', 'attachment; filename="kado-own-data.zip"')
        .header('cache-control', 'private, no-store')
        .send(Readable.from(ownDataArchive(database, who), { objectMode: false }))
    },
  )
}
