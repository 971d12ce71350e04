import type { z } from 'zod'
import { action, refuse } from '../../platform/action.ts'
import { contract } from '../contract/index.ts'
import { insertSite, lockMunicipality, siteNameTaken } from '../store/programme.ts'

/** The columns of a site as its form gives them. */
export const siteRow = (input: z.output<(typeof contract)['add-site']['input']>) => ({
  municipalityId: input.municipalityId,
  name: input.name,
  prefecture: input.prefecture,
  address: input.address,
  seats: input.seats,
  securityClass: input.securityClass,
  openedOn: input.openedOn,
  closedOn: input.closedOn,
})

export const addSite = action(contract['add-site'], {
  load: async ({ db }, { municipalityId }) => ((await lockMunicipality(db, municipalityId)) ? {} : null),
  run: async (context, input) => {
    if (await siteNameTaken(context.db, input.name, null)) return refuse('site-known')
    return { siteId: await insertSite(context, siteRow(input)) }
  },
})
