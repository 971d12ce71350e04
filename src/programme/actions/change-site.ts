import { action, refuse } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { lockMunicipality, lockSite, siteNameTaken, updateSite } from '../store/programme.ts'
import { siteRow } from './add-site.ts'

export const changeSite = action(contract['change-site'], {
  load: async ({ db }, { siteId, municipalityId }) => {
    const found = (await lockSite(db, siteId)) && (await lockMunicipality(db, municipalityId))
    return found ? { subject: siteId } : null
  },
  run: async ({ db }, input) => {
    if (await siteNameTaken(db, input.name, input.siteId)) return refuse('site-known')
    await updateSite(db, input.siteId, siteRow(input))
    return {}
  },
})
