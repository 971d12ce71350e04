import { z } from 'zod'
import { eventKinds } from '../../platform/events.ts'

const batch = z.object({ batchId: z.uuid() })

export const events = eventKinds({
  'statement.objected': z.object({ statementId: z.uuid() }),
  'batch.made': batch,
  'batch.paid': batch,
  'transfer.returned': z.object({ transferId: z.uuid() }),
  'invoice.issued': z.object({ invoiceId: z.uuid() }),
})
