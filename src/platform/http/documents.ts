import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { Failure } from '../action.ts'
import { readableDocument } from '../documents.ts'
import { xlsxType } from '../tables/workbook.ts'
import { identify, programmeOf, type ServerParts } from './request.ts'

const parameters = z.object({ id: z.uuid() })

/**
 * `GET /api/platform/documents/<id>.pdf`: a stored document as it looked on its day; `.xlsx` where its template has that
 * form too. A link in a browser carries no header, so the programme may stand in the query.
 */
export function documentRoutes(server: FastifyInstance, { database }: ServerParts): void {
  server.get<{ Params: { file: string }; Querystring: { programme?: string } }>(
    '/api/platform/documents/:file',
    { config: { parameters: ['programme'] } },
    async (request, reply) => {
      const parsed = parameters.safeParse({ id: request.params.file.replace(/\.(pdf|xlsx)$/, '') })
      if (!parsed.success) throw new Failure('not-found')
      if (!request.signedIn) throw new Failure('unauthenticated')
      if (request.query.programme !== undefined) request.headers['x-kado-programme'] = request.query.programme
      const document = await database.transaction(
        { programmeId: programmeOf(request), userId: request.signedIn.userId },
        async (db) => readableDocument(db, await identify(request.signedIn)(db), parsed.data.id),
        { readOnly: true },
      )
      if (!document) throw new Failure('not-found')
      const { row, template } = document
      if (request.params.file.endsWith('.xlsx')) {
        if (!template.xlsx) throw new Failure('not-found')
        return reply
          .header('content-type', xlsxType)
          .header('content-disposition', `attachment; filename="${row.number}.xlsx"`)
          .header('cache-control', 'private, no-store')
          .send(Buffer.from(await template.xlsx(row.data)))
      }
      const bytes = await template.pdf(row.data, { number: row.number, issuedAt: row.issuedAt, sha256: row.sha256.toString('hex') })
      return reply
        .header('content-type', 'application/pdf')
        .header('content-disposition', `inline; filename="${row.number}.pdf"`)
        .header('cache-control', 'private, no-store')
        .send(Buffer.from(bytes))
    },
  )
}
