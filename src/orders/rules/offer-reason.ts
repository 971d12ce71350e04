import { z } from 'zod'

/** A fact about the work and the worker's time that led to an offer; each language makes its own sentence of it. Nothing about other people. */
export const offerReason = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('fits') }),
  z.strictObject({ code: z.literal('no-skill') }),
  z.strictObject({ code: z.literal('grows') }),
  z.strictObject({
    code: z.literal('skills'),
    skills: z
      .array(z.strictObject({ nameJa: z.string().max(200), nameEn: z.string().max(200), level: z.int() }))
      .min(1)
      .max(20),
  }),
  z.strictObject({ code: z.literal('time'), minutes: z.int().min(0), freeMinutes: z.int().min(0) }),
  z.strictObject({ code: z.literal('site'), name: z.string().max(200) }),
  z.strictObject({ code: z.literal('wanted'), minutes: z.int().min(0) }),
])
export type OfferReason = z.output<typeof offerReason>
