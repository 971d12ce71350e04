import { z } from 'zod'
import { eventKinds } from '../../platform/events.ts'

const handIn = z.object({ submissionId: z.uuid() })
const delivery = z.object({ deliveryId: z.uuid() })

export const events = eventKinds({
  'deliverable.received': handIn,
  'deliverable.accepted': handIn,
  'deliverable.returned': handIn,
  'order.delivered': delivery,
  'delivery.accepted-by-client': delivery,
  'delivery.returned-by-client': delivery,
})
