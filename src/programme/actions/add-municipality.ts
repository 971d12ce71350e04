import type { z } from 'zod'
import { action, refuse } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { findProgramme, insertMunicipality, municipalityClash } from '../store/programme.ts'

/** The columns of a municipality as its form gives them. */
export const municipalityRow = (input: z.output<(typeof contract)['add-municipality']['input']>) => ({
  code: input.code,
  name: input.name,
  nameEn: input.nameEn,
  department: input.department,
  isLead: input.isLead,
  isMember: input.isMember,
  joinedOn: input.joinedOn,
  leftOn: input.leftOn,
  adoptedOn: input.adoptedOn,
})

export const addMunicipality = action(contract['add-municipality'], {
  load: async ({ db, programmeId }) => ((await findProgramme(db, programmeId)) ? {} : null),
  run: async (context, input) => {
    const row = municipalityRow(input)
    const clash = await municipalityClash(context.db, row, null)
    if (clash) return refuse(clash)
    return { municipalityId: await insertMunicipality(context, row) }
  },
})
