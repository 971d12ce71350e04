import { action, refuse } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { lockMunicipality, municipalityClash, updateMunicipality } from '../store/programme.ts'
import { municipalityRow } from './add-municipality.ts'

export const changeMunicipality = action(contract['change-municipality'], {
  load: async ({ db }, { municipalityId }) => ((await lockMunicipality(db, municipalityId)) ? { subject: municipalityId } : null),
  run: async ({ db }, input) => {
    const row = municipalityRow(input)
    const clash = await municipalityClash(db, row, input.municipalityId)
    if (clash) return refuse(clash)
    await updateMunicipality(db, input.municipalityId, row)
    return {}
  },
})
