import { z } from 'zod'

export const day = z.iso.date().refine((text) => text >= '2000-01-01' && text <= '2049-12-31', { params: { code: 'day-out-of-range' } })
/** The first day of a month. */
export const month = day.refine((text) => text.endsWith('-01'), { params: { code: 'not-a-month' } })
export const yenAmount = z.int().min(1).max(9_999_999_999)
export const note = z.string().trim().max(1_000)
export const reason = z.string().trim().min(1).max(1_000)

export const paging = {
  cursor: z.string().max(500).nullable().default(null),
  limit: z.int().min(1).max(200).default(50),
}
export const pageOf = <Row extends z.ZodType>(row: Row) => z.object({ rows: z.array(row), next: z.string().nullable(), total: z.int() })

/** Sums of a statement or of many; `netYen` is what reaches the account. */
export const sums = {
  subtotalYen: z.int(),
  taxYen: z.int(),
  totalYen: z.int(),
  withholdingYen: z.int(),
  netYen: z.int(),
}
export const file = z.object({ name: z.string(), mediaType: z.string(), base64: z.string(), sha256: z.string() })
