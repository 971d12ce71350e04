import { z } from 'zod'

export const line = z.string().trim().max(200)
export const paragraph = z.string().trim().max(5_000)
export const unitCount = z.int().min(1).max(1_000_000)
export const unitMinutes = z.int().min(1).max(14_400)
export const unitPriceYen = z.int().min(1).max(100_000_000)

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
