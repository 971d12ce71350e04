import { z } from 'zod'
import { read, write } from '../../platform/contract.ts'
import { working } from '../../people/rules/who-may.ts'
import { materialAccess } from '../rules/data-class.ts'
import { directing, leading } from '../rules/who-may.ts'

const dataClass = z.int().min(0).max(3)
const version = z.object({
  version: z.int(),
  /** Null where the reader may not take it. */
  file: z.object({ id: z.uuid(), name: z.string(), byteCount: z.int() }).nullable(),
  changes: z.string(),
  addedAt: z.string(),
})

/** Files that the work needs, for the package as a whole or for a step of its manual. */
export const materialEntries = {
  'add-material': write({
    input: z.strictObject({
      packageId: z.uuid(),
      /** The material of which this is a new version; null is a new one. */
      materialId: z.uuid().nullable().default(null),
      title: z.string().trim().min(1).max(200),
      step: z.int().min(0).max(99).nullable().default(null),
      dataClass,
      fileId: z.uuid(),
      /** What is different, for those who work with the version before. */
      changes: z.string().trim().max(1_000).default(''),
    }),
    output: z.object({ materialId: z.uuid(), version: z.int() }),
    allow: directing,
    refusals: ['package-closed', 'files-missing', 'changes-missing', 'class-above-package', 'too-much-material'],
  }),
  /** Takes a material back: it is not shown to anybody who does the work any more. */
  'withdraw-material': write({
    input: z.strictObject({ materialId: z.uuid() }),
    output: z.object({ version: z.int() }),
    allow: directing,
    refusals: ['material-withdrawn'],
  }),
  /** For those who were offered or do the work, and for those who lead it. */
  materials: read({
    input: z.strictObject({ packageId: z.uuid() }),
    output: z.object({
      rows: z.array(
        z.object({
          id: z.uuid(),
          title: z.string(),
          step: z.int().nullable(),
          dataClass,
          access: z.enum(materialAccess),
          /** The version that a worker's terms were agreed with; the newest for all others. */
          shown: version,
          /** A version that came after the terms were agreed. */
          newer: version.nullable(),
          /** All of them, newest first, for those who lead. */
          versions: z.array(version),
        }),
      ),
    }),
    allow: { ...leading, ...working },
  }),
}
