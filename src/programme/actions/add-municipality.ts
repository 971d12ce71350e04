import { action, refuse } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { findProgramme, insertMunicipality, municipalityClash } from '../store/programme.ts'

export const addMunicipality = action(contract['add-municipality'], {
  load: async ({ db, programmeId }) => ((await findProgramme(db, programmeId)) ? {} : null),
  run: async (context, input) => {
    const clash = await municipalityClash(context.db, input, null)
    if (clash) return refuse(clash)
    return { municipalityId: await insertMunicipality(context, input) }
  },
})
