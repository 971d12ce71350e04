import { z } from 'zod'
import { eventKinds } from '../../platform/events.ts'

const worker = z.object({ workerId: z.uuid() })

export const events = eventKinds({
  'person.applied': worker,
  'person.registered': worker,
  'person.state-changed': worker,
  'free-minutes.changed': worker,
})
