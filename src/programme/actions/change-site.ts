import { action, refuse } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { lockMunicipality, lockSite, siteNameTaken, updateSite } from '../store/programme.ts'

export const changeSite = action(contract['change-site'], {
  load: async ({ db }, { siteId, municipalityId }) => {
    const before = await lockSite(db, siteId)
    return before && (await lockMunicipality(db, municipalityId)) ? { before, subject: siteId } : null
  },
  run: async ({ db }, { siteId, ...row }) => {
    if (await siteNameTaken(db, row.name, siteId)) return refuse('site-known')
    await updateSite(db, siteId, row)
    return {}
  },
})
