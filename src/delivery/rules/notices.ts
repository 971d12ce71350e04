import { z } from 'zod'
import { noticeKinds } from '../../platform/contract.ts'

const piece = { title: z.string(), units: z.int(), unitName: z.string() }
const order = z.object({ number: z.string(), title: z.string() })

/** What this area tells people under the bell. */
export const notices = noticeKinds('delivery', {
  'hand-in-received': z.object({ ...piece, inspectBy: z.string() }),
  'hand-in-accepted': z.object({ ...piece, payOn: z.string() }),
  'hand-in-returned': z.object({ ...piece, correctBy: z.string() }),
  delivered: order,
  'accepted-by-client': order,
  'returned-by-client': order,
  'at-risk': z.object({ count: z.int(), title: z.string() }),
})
