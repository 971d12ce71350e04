import { z } from 'zod'

/** One step of a manual, as it is written, stored and read. */
export const manualStep = z.strictObject({
  title: z.string().trim().min(1).max(200),
  body: z.string().trim().max(10_000),
  /** The worker ticks this step off. */
  check: z.boolean(),
  /** An uploaded picture, with what it shows in words for those who do not see it. */
  picture: z
    .strictObject({ fileId: z.uuid(), description: z.string().trim().max(200) })
    .nullable()
    .default(null),
})
export type ManualStep = z.output<typeof manualStep>
