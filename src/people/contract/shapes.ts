import { z } from 'zod'
import { foldPhone } from '../../platform/typed-text.ts'
import { equipmentKeys } from '../rules/equipment.ts'
import { isNameKana } from '../rules/kana.ts'
import { evidences } from '../rules/skills.ts'
import { workerStates } from '../rules/states.ts'
import { wantsMoreThanCeiling } from '../rules/wishes.ts'

export const line = (longest: number) => z.string().trim().min(1).max(longest)
export const optionalLine = (longest: number) => z.string().trim().max(longest)
export const date = z.iso.date()
export const dayMinutes = z.int().min(0).max(1_440)
export const week = z.array(dayMinutes).length(7)
const kana = line(80).refine(isNameKana, { params: { code: 'name-kana' } })
export const stateSchema = z.enum(workerStates)
export const evidenceSchema = z.enum(evidences)
export const equipmentSchema = z.array(z.enum(equipmentKeys)).max(equipmentKeys.length)
export const lineSpeed = z.int().min(0).max(100_000).nullable()
export const accountType = z.enum(['ordinary', 'current', 'savings', 'other'])
export const profileFields = {
  name: line(60),
  kana,
  displayName: line(40),
  phone: optionalLine(40)
    .overwrite(foldPhone)
    .max(20)
    .refine((text) => /^[0-9+() -]*$/.test(text), { params: { code: 'phone' } }),
  postalAddress: optionalLine(200),
  prefecture: line(10),
  municipalityId: z.uuid(),
}
export const wishFields = {
  wish: optionalLine(1_000).default(''),
  wantedMonthlyYen: z.int().min(0).max(10_000_000),
  wantedMonthlyMinutes: z.int().min(0).max(44_640),
  highestMonthlyMinutes: z.int().min(0).max(44_640),
}

/** Refuses hours that are wanted beyond the own ceiling, at the wanted ones; also while other fields are still empty. */
export const withinCeiling = <Shape extends z.ZodRawShape>(schema: z.ZodObject<Shape, z.core.$strict>) =>
  schema.refine(
    (wishes: Record<string, unknown>) =>
      !wantsMoreThanCeiling(Number(wishes['wantedMonthlyMinutes']), Number(wishes['highestMonthlyMinutes'])),
    { path: ['wantedMonthlyMinutes'], params: { code: 'over-ceiling' }, when: ({ value }) => typeof value === 'object' && value !== null },
  )
