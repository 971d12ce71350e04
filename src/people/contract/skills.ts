import { z } from 'zod'
import { read, write } from '../../platform/contract.ts'
import { assessing, namingSkills, staffing, working } from '../rules/who-may.ts'
import { evidenceSchema, line } from './shapes.ts'

export const skillsEntries = {
  'declare-skill': write({
    input: z.strictObject({ workerId: z.uuid(), skillId: z.uuid(), level: z.int().min(0).max(9) }),
    output: z.object({}),
    allow: working,
    refusals: ['level-too-high', 'skill-shown-already'],
    refusedAt: { 'level-too-high': 'level', 'skill-shown-already': 'level' },
  }),
  'assess-skill': write({
    input: z.strictObject({ workerId: z.uuid(), skillId: z.uuid(), level: z.int().min(0).max(9), evidence: evidenceSchema }),
    output: z.object({}),
    allow: assessing,
    refusals: ['level-too-high'],
    refusedAt: { 'level-too-high': 'level' },
  }),
  'add-skill': write({
    input: z.strictObject({
      key: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/),
      nameJa: line(40),
      nameEn: line(60),
      highestLevel: z.int().min(1).max(9).default(3),
    }),
    output: z.object({ skillId: z.uuid() }),
    allow: staffing,
    refusals: ['skill-known'],
    refusedAt: { 'skill-known': 'key' },
  }),
  /** Names and levels may change, the key stays: other records and exports know the skill by it. */
  'change-skill': write({
    input: z.strictObject({ skillId: z.uuid(), nameJa: line(40), nameEn: line(60), highestLevel: z.int().min(1).max(9) }),
    output: z.object({}),
    allow: staffing,
    refusals: ['level-held'],
    refusedAt: { 'level-held': 'highestLevel' },
  }),
  skills: read({
    input: z.strictObject({}),
    output: z.object({
      rows: z.array(
        z.object({ id: z.uuid(), key: z.string(), nameJa: z.string(), nameEn: z.string(), highestLevel: z.int(), workerCount: z.int() }),
      ),
    }),
    allow: namingSkills,
  }),
}
