import { z } from 'zod'

/** Days that the holiday table covers, as `YYYY-MM-DD`. */
export const day = z.iso.date().refine((text) => text >= '2000-01-01' && text <= '2049-12-31', { params: { code: 'day-out-of-range' } })
export const unitCount = z.int().min(1).max(1_000_000)
export const text = z.string().trim().max(5_000)
export const fileIds = z.array(z.uuid()).max(20).default([])

/** Paging of a list: `cursor` is what the page before answered as `next`. */
export const paging = {
  cursor: z.string().max(500).nullable().default(null),
  limit: z.int().min(1).max(200).default(50),
}
export const pageOf = <Row extends z.ZodType>(row: Row) => z.object({ rows: z.array(row), next: z.string().nullable(), total: z.int() })

export const file = z.object({ id: z.uuid(), name: z.string(), mediaType: z.string(), byteCount: z.int() })
export const reworkCauses = ['worker-fault', 'orderer', 'client-change'] as const
export const handInStates = ['waiting', 'accepted', 'returned', 'replaced'] as const
