import { z } from 'zod'

/** A day that the holiday table covers, as `YYYY-MM-DD`. */
export const day = z.iso.date().refine((text) => text >= '2000-01-01' && text <= '2049-12-31', { params: { code: 'day-out-of-range' } })

/** What every list in pages is asked: `cursor` is what the page before answered as `next`. */
export const paging = {
  cursor: z.string().max(500).nullable().default(null),
  limit: z.int().min(1).max(200).default(50),
}
export interface Paging {
  cursor: string | null
  limit: number
}

/** A part of a list whose whole is not counted. */
export const portionOf = <Row extends z.ZodType>(row: Row) => z.object({ rows: z.array(row), next: z.string().nullable() })

/** A page of a list with the exact number of all rows that the question finds. */
export const pageOf = <Row extends z.ZodType>(row: Row) => portionOf(row).extend({ total: z.int() })
