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

/** Refuses what ends before it begins, at its end; each pair names the fields of a beginning and an end that may be null. */
export const inOrder = <Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape, z.core.$strict>,
  ...ranges: [first: string, last: string][]
) =>
  schema.check(({ value, issues }) => {
    const given: Readonly<Record<string, unknown>> = value
    for (const [first, last] of ranges) {
      const end = given[last]
      if (isAfter(given[first], end)) issues.push({ code: 'custom', input: end, path: [last], params: { code: 'range-reversed' } })
    }
  })

const isAfter = (left: unknown, right: unknown): boolean =>
  (typeof left === 'string' && typeof right === 'string' && left > right) ||
  (typeof left === 'number' && typeof right === 'number' && left > right)
