import { action, refuse } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { insertSite, lockMunicipality, siteNameTaken } from '../store/programme.ts'

export const addSite = action(contract['add-site'], {
  load: async ({ db }, { municipalityId }) => ((await lockMunicipality(db, municipalityId)) ? {} : null),
  run: async (context, input) => {
    if (await siteNameTaken(context.db, input.name, null)) return refuse('site-known')
    return { siteId: await insertSite(context, input) }
  },
})
