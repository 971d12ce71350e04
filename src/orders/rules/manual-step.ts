import { z } from 'zod'

/** One step of a manual, as it is written, stored and read. */
export const manualStep = z.strictObject({
  title: z.string().trim().min(1).max(200),
  body: z.string().trim().max(10_000),
  /** The worker ticks this step off. */
  check: z.boolean(),
})
export type ManualStep = z.output<typeof manualStep>
