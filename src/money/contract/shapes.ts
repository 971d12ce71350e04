import { z } from 'zod'
import { day } from '../../platform/shapes.ts'

/** The first day of a month. */
export const month = day.refine((text) => text.endsWith('-01'), { params: { code: 'not-a-month' } })
export const yenAmount = z.int().min(1).max(9_999_999_999)
export const note = z.string().trim().max(1_000)
export const reason = z.string().trim().min(1).max(1_000)

/** Sums of a statement or of many; `netYen` is what reaches the account. */
export const sums = {
  subtotalYen: z.int(),
  taxYen: z.int(),
  totalYen: z.int(),
  withholdingYen: z.int(),
  netYen: z.int(),
}
export const file = z.object({ name: z.string(), mediaType: z.string(), base64: z.string(), sha256: z.string() })
