import { z } from 'zod'

/** A day that the holiday table covers, as `YYYY-MM-DD`. */
export const day = z.iso.date().refine((text) => text >= '2000-01-01' && text <= '2049-12-31', { params: { code: 'day-out-of-range' } })
export const line = z.string().trim().max(200)
export const paragraph = z.string().trim().max(5_000)
export const unitCount = z.int().min(1).max(1_000_000)
export const unitPriceYen = z.int().min(1).max(100_000_000)

/** Paging of a list: `cursor` is what the page before answered as `next`. */
export const paging = {
  cursor: z.string().max(500).nullable().default(null),
  limit: z.int().min(1).max(200).default(50),
}
export const pageOf = <Row extends z.ZodType>(row: Row) => z.object({ rows: z.array(row), next: z.string().nullable(), total: z.int() })

export const orderStates = ['preparing', 'running', 'delivered', 'accepted', 'cancelled'] as const
export const packageStates = ['preparing', 'ready', 'closed'] as const
export const cancellationReasons = ['client-withdrew', 'client-changed', 'capacity-short', 'entered-twice', 'disaster'] as const

/** Units of a package or an order by where they are. `received` and `accepted` are parts of `assigned`. */
export const progress = z.object({
  units: z.int(),
  open: z.int(),
  assigned: z.int(),
  received: z.int(),
  accepted: z.int(),
  left: z.int(),
})
export type Progress = z.output<typeof progress>
