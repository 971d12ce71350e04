import { action, refuse } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { lockMunicipality, municipalityClash, updateMunicipality } from '../store/programme.ts'

export const changeMunicipality = action(contract['change-municipality'], {
  load: async ({ db }, { municipalityId }) => {
    const before = await lockMunicipality(db, municipalityId)
    return before ? { before, subject: municipalityId } : null
  },
  run: async ({ db }, { municipalityId, ...row }) => {
    const clash = await municipalityClash(db, row, municipalityId)
    if (clash) return refuse(clash)
    await updateMunicipality(db, municipalityId, row)
    return {}
  },
})
