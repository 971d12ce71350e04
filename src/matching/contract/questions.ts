import { blockerKeys } from '../../people/contract/record.ts'
import { z } from 'zod'
import { read } from '../../platform/contract.ts'
import { staffing } from '../../people/rules/who-may.ts'
import { promising } from '../rules/who-may.ts'
import { day, skillNeed } from './shapes.ts'

/** Why somebody who wants work has none, the first thing that stands in the way. */
/** What a person has, or the one thing that stands in the way of it, as the list of people without work says it. */
export const idleReasons = ['has-work', 'offer-waits', ...blockerKeys] as const

/** A person who wants work, with the first thing that stands in the way. */
const fairnessRow = z.object({
  workerId: z.uuid(),
  name: z.string(),
  municipalityName: z.string(),
  wantedMinutes: z.int(),
  minutes: z.int(),
  offers: z.int(),
  accepted: z.int(),
  feeYen: z.int(),
  reason: z.enum(idleReasons),
  /** The one thing that the work nearest to the person asks for and the person lacks, where that is all; or the work that could be offered. */
  skill: z.object({ key: z.string(), nameJa: z.string(), nameEn: z.string(), level: z.int() }).nullable(),
  equipment: z.string().nullable(),
  title: z.string().nullable(),
  packageId: z.uuid().nullable(),
})
export type FairnessRow = z.output<typeof fairnessRow>

export const questionEntries = {
  /** "600 hours by the 20th with this skill": what can be done beside everything that is promised or open. */
  'capacity-answer': read({
    input: z.strictObject({
      minutes: z.int().min(30).max(6_000_000),
      byOn: day,
      skills: z
        .array(z.strictObject({ key: z.string().min(1).max(100), level: z.int().min(1).max(9) }))
        .max(10)
        .default([]),
    }),
    output: z.object({
      askedMinutes: z.int(),
      metMinutes: z.int(),
      people: z.int(),
      byMunicipality: z.array(z.object({ name: z.string(), people: z.int(), minutes: z.int() })),
      /** What one more person with the skill could do until then, and how many of them the rest needs. */
      minutesEach: z.int(),
      missingPeople: z.int(),
      skills: z.array(skillNeed),
      eligible: z.int(),
      /** The first of a few later days by which everything could be done; null when none is. */
      fullOn: z.string().nullable(),
      openMinutes: z.int(),
    }),
    allow: promising,
  }),
  'skill-choices': read({
    input: z.strictObject({}),
    output: z.object({ skills: z.array(z.object({ key: z.string(), nameJa: z.string(), nameEn: z.string(), highestLevel: z.int() })) }),
    allow: promising,
  }),
  /** Offers, answers, minutes and yen since a day, by city and by person who wants work. */
  fairness: read({
    input: z.strictObject({ days: z.union([z.literal(30), z.literal(90), z.literal(365)]).default(90) }),
    output: z.object({
      since: z.string(),
      municipalities: z.array(
        z.object({
          municipalityId: z.uuid(),
          name: z.string(),
          wanting: z.int(),
          offers: z.int(),
          accepted: z.int(),
          minutes: z.int(),
          feeYen: z.int(),
          /** Parts of all minutes, of all cost and of all people who want work, from 0 to 1. */
          minutesShare: z.number(),
          costShare: z.number(),
          peopleShare: z.number(),
        }),
      ),
      /** 0: everybody has the same part of the minutes they want; 1: one person has everything. */
      inequality: z.number(),
      people: z.array(fairnessRow),
    }),
    allow: staffing,
  }),
}
export type IdleReason = (typeof idleReasons)[number]
