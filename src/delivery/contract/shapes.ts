import { z } from 'zod'

export const unitCount = z.int().min(1).max(1_000_000)
export const text = z.string().trim().max(5_000)
export const fileIds = z.array(z.uuid()).max(20).default([])

export const file = z.object({ id: z.uuid(), name: z.string(), mediaType: z.string(), byteCount: z.int() })
export const reworkCauses = ['worker-fault', 'orderer', 'client-change'] as const
export const handInStates = ['waiting', 'accepted', 'returned', 'replaced'] as const
