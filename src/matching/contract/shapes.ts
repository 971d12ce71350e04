import { z } from 'zod'

export const planStates = ['running', 'proposed', 'offered', 'failed', 'discarded'] as const
/** What made a small plan worth looking for. */
export const causes = ['declined', 'released', 'hours-changed', 'away'] as const
/** What may change under a plan that nobody was asked by yet. */
export const changeKinds = [
  'days-passed',
  'declined',
  'held',
  'person-gone',
  'work-gone',
  'units',
  'hours',
  'busy',
  'profile',
  'due',
  'needs',
  'seats',
  'pinned',
  'forbidden',
  'freed',
  'work-new',
  'person-new',
] as const
export type ChangeKind = (typeof changeKinds)[number]
/** Why an offer of a plan does not hold any more. */
export const brokenReasons = [
  'skill',
  'equipment',
  'site',
  'forbidden',
  'declined',
  'window',
  'lot',
  'person',
  'work',
  'units',
  'hours',
  'ceiling',
  'seats',
] as const
export const stages = ['gather', 'compile', 'prices', 'construct', 'improve', 'report'] as const
export const shortageGates = ['skill', 'equipment', 'site', 'forbidden', 'declined', 'window', 'lot', 'hours', 'seats', 'review'] as const

export const day = z.iso.date().refine((text) => text >= '2000-01-01' && text <= '2049-12-31', { params: { code: 'day-out-of-range' } })

/** A skill with what is asked of it and how many people have that, or lack one level. */
export const skillNeed = z.object({
  key: z.string(),
  nameJa: z.string(),
  nameEn: z.string(),
  level: z.int(),
  haveCount: z.int(),
  nearCount: z.int(),
})

/** What would remove a shortage: figures for the sentence, codes for the page. */
export const remedy = z.object({
  kind: z.enum(['train', 'equip', 'seats', 'hours', 'ask-city', 'due', 'lot', 'lift-rule', 'review', 'invite']),
  people: z.int(),
  minutes: z.int(),
  skill: z.object({ key: z.string(), nameJa: z.string(), nameEn: z.string(), level: z.int() }).nullable(),
  equipment: z.string().nullable(),
  municipalityName: z.string().nullable(),
  /** 1 Monday … 7 Sunday: the day of the week on which seats are scarcest. */
  weekday: z.int().min(1).max(7).nullable(),
})
export type Remedy = z.output<typeof remedy>

export const progress = z.object({
  stage: z.enum(stages),
  seconds: z.number(),
  /** What of the best possible is reached, from 0 to 1; null while nothing is placed yet. */
  share: z.number().nullable(),
})
