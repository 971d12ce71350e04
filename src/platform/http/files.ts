import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { Failure } from '../action.ts'
import { check, faultsOf } from '../faults.ts'
import { beginUpload, bytesOf, largestChunk, readableFile, receiveChunk } from '../files.ts'
import { programmeOf, proofOf, type ServerParts } from './request.ts'

export const beginning = z.strictObject({
  name: z.string().min(1).max(200),
  byteCount: z.int().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})
const place = z.object({ id: z.uuid(), start: z.coerce.number().int().min(0) })

/**
 * Uploads in pieces that resume after a lost line, and downloads.
 * `POST /api/platform/files` {name, byteCount, sha256} → {id, receivedByteCount};
 * `PUT /api/platform/files/<id>?start=<byte>` raw bytes (≤ 1 MiB) → {receivedByteCount, complete};
 * `GET /api/platform/files/<id>` → the bytes, always as an attachment.
 */
export function fileRoutes(server: FastifyInstance, { database }: ServerParts): void {
  server.addContentTypeParser('application/octet-stream', { parseAs: 'buffer', bodyLimit: largestChunk }, (_, body, done) =>
    done(null, body),
  )

  server.post('/api/platform/files', async (request, reply) => {
    if (!request.signedIn) throw new Failure('unauthenticated')
    const { userId } = request.signedIn
    const file = check(beginning, request.body)
    if ('faults' in file) throw new Failure('invalid-input', file.faults)
    const programmeId = programmeOf(request)
    const upload = await database.transaction({ programmeId, userId }, (db) => beginUpload(db, programmeId, userId, file.data))
    return typeof upload === 'string' ? reply.status(409).send({ error: { code: upload } }) : upload
  })

  server.put<{ Params: { id: string }; Querystring: { start?: string } }>(
    '/api/platform/files/:id',
    { config: { parameters: ['start'] } },
    async (request, reply) => {
      if (!request.signedIn) throw new Failure('unauthenticated')
      const { userId } = request.signedIn
      const at = place.safeParse({ id: request.params.id, start: request.query.start })
      if (!at.success || !Buffer.isBuffer(request.body))
        throw new Failure('invalid-input', at.success ? [{ path: '', code: 'bytes-expected' }] : faultsOf(at.error))
      const bytes = request.body
      const programmeId = programmeOf(request)
      const state = await database.transaction({ programmeId, userId }, async (db) => {
        const outcome = await receiveChunk(db, programmeId, userId, { ...at.data, bytes })
        // A refused last piece must not stay: the person sends the file again from the start.
        if (outcome === 'file-content') {
          await db.deleteFrom('platform.file_chunk').where('fileId', '=', at.data.id).execute()
          await db.updateTable('platform.file').set({ receivedByteCount: 0 }).where('id', '=', at.data.id).execute()
        }
        return outcome
      })
      if (state === null) throw new Failure('not-found')
      return typeof state === 'string' ? reply.status(409).send({ error: { code: state } }) : state
    },
  )

  server.get<{ Params: { id: string }; Querystring: { programme?: string } }>(
    '/api/platform/files/:id',
    { config: { parameters: ['programme'] } },
    async (request, reply) => {
      if (!request.signedIn) throw new Failure('unauthenticated')
      const { userId } = request.signedIn
      const proof = proofOf(request.signedIn)
      const id = z.uuid().safeParse(request.params.id)
      if (!id.success) throw new Failure('not-found')
      if (request.query.programme !== undefined) request.headers['x-kado-programme'] = request.query.programme
      const found = await database.transaction(
        { programmeId: programmeOf(request), userId },
        async (db) => {
          const file = await readableFile(db, id.data, { userId, proof, now: new Date() })
          return file && { file, bytes: await bytesOf(db, id.data) }
        },
        { readOnly: true },
      )
      if (!found) throw new Failure('not-found')
      return reply
        .header('content-type', found.file.mediaType)
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(found.file.name)}`)
        .header('content-security-policy', "sandbox; default-src 'none'")
        .header('cross-origin-resource-policy', 'same-origin')
        .header('cache-control', 'private, no-store')
        .send(found.bytes)
    },
  )
}
