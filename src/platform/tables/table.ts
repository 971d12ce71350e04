import { z } from 'zod'

const mostCells = 1_000_000
const cell = z.union([z.string().max(32_000), z.number(), z.null()])

/** The rows of a list that somebody has in front of them, as they are sent to become an Excel file. */
export const table = z
  .strictObject({
    name: z.string().max(100),
    columns: z.array(z.string().max(200)).min(1).max(60),
    rows: z.array(z.array(cell).max(60)).max(100_000),
  })
  .refine(({ columns, rows }) => columns.length * rows.length <= mostCells, {
    path: ['rows'],
    params: { code: 'too_big', maximum: mostCells },
  })
