import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { Failure } from '../action.ts'
import { check } from '../faults.ts'
import { sheetOf, writeWorkbook, xlsxType } from '../tables/workbook.ts'

const mostTableRows = 10_000
const largestTable = 8 * 1_048_576
const cell = z.union([z.string().max(32_000), z.number(), z.null()])
export const table = z.strictObject({
  name: z.string().max(100),
  columns: z.array(z.string().max(200)).min(1).max(60),
  rows: z.array(z.array(cell).max(60)).max(mostTableRows),
})

/**
 * `POST /api/platform/tables.xlsx`: the rows of a list that the reader has in front of them, as an Excel file. It knows
 * nothing but what it is sent, so it can show nobody what a read has not shown them.
 */
export function tableRoutes(server: FastifyInstance): void {
  server.post('/api/platform/tables.xlsx', { bodyLimit: largestTable }, async (request, reply) => {
    if (!request.signedIn) throw new Failure('unauthenticated')
    const asked = check(table, request.body)
    if ('faults' in asked) throw new Failure('invalid-input', asked.faults)
    const { name, columns, rows } = asked.data
    const bytes = await writeWorkbook([sheetOf(name, columns, rows)])
    return reply.header('content-type', xlsxType).header('cache-control', 'no-store').send(Buffer.from(bytes))
  })
}
