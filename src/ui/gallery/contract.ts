import { z } from 'zod'
import { area, read, write } from '../../platform/contract.ts'

/** Contracts that only the gallery's checks answer. */
export const galleryContract = area('gallery', {
  'create-sample': write({
    input: z.strictObject({
      name: z.string().min(1).max(20),
      units: z.int().min(1),
      priceYen: z.int().min(1),
      unitMinutes: z.int().min(1),
      dueOn: z.iso.date(),
      kind: z.enum(['alone', 'team']),
      level: z.enum(['0', '1', '2']),
      skills: z.array(z.string()).min(1),
      agreed: z.literal(true),
      note: z.string().max(200),
      fileIds: z.array(z.string()),
    }),
    output: z.object({ id: z.string() }),
    allow: 'signed-in',
    refusals: ['name-taken'],
  }),
  'list-samples': read({
    input: z.object({}),
    output: z.object({ rows: z.array(z.object({ id: z.string(), units: z.int() })) }),
    allow: 'signed-in',
  }),
})
