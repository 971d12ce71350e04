import { z } from 'zod'
import { eventKinds } from '../../platform/events.ts'

export const events = eventKinds({
  'sheet.published': z.object({ sheetId: z.uuid(), version: z.int() }),
})
