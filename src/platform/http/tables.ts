import type { FastifyInstance } from 'fastify'
import { Failure } from '../action.ts'
import { receivingTurns } from '../tables/turns.ts'
import { writeSentTable, xlsxType } from '../tables/workbook.ts'

const largestTable = 16 * 1_048_576
const longestReceivingSeconds = 60

declare module 'fastify' {
  interface FastifyRequest {
    leaveTurn: (() => void) | null
  }
}

/**
 * `POST /api/platform/tables.xlsx`: the rows of a list that the reader has in front of them, as an Excel file. It knows
 * nothing but what it is sent, so it can show nobody what a read has not shown them. Whoever waits in line waits before
 * the table is read from the line, so that the server holds three at a time, however many are sent.
 */
export async function tableRoutes(server: FastifyInstance): Promise<void> {
  await server.register(async (scope) => {
    scope.decorateRequest('leaveTurn', null)
    scope.removeContentTypeParser('application/json')
    scope.addContentTypeParser('application/json', { parseAs: 'buffer', bodyLimit: largestTable }, (_, body, done) => done(null, body))
    scope.addHook('preParsing', async (request, reply) => {
      if (!request.signedIn) throw new Failure('unauthenticated')
      const leave = await receivingTurns.enter()
      request.leaveTurn = leave
      if (reply.raw.destroyed) return leave()
      // Also when the reader goes away, or the table was refused.
      reply.raw.once('close', leave)
      // Whoever sends drop by drop would keep the others waiting.
      const slow = setTimeout(() => request.raw.destroy(), longestReceivingSeconds * 1_000)
      request.raw.once('close', () => clearTimeout(slow)).once('end', () => clearTimeout(slow))
    })
    scope.post('/api/platform/tables.xlsx', { bodyLimit: largestTable }, async (request, reply) => {
      const bytes = await writeSentTable(request.body as Buffer).finally(() => request.leaveTurn?.())
      return reply.header('content-type', xlsxType).header('cache-control', 'no-store').send(Buffer.from(bytes))
    })
  })
}
